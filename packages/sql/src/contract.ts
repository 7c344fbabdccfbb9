import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isUniqueViolation, SqlClosed, SqlFailed, SqlUnavailable } from './errors.ts'
import type { Database, Queryable, Sql } from './sql.ts'

/** What a database may lack; the suite then has no test of it, and says so in its name. */
export interface SqlFeatures {
  /** A statement can be cancelled. */
  timeouts: boolean
  /** Several connections at once. */
  sessions: boolean
  /** Modules log in as their roles, and cannot take another's. */
  logins: boolean
}

/** The modules that the database under test must have. */
export const CONTRACT_MODULES = ['alpha', 'beta', 'gamma'] as const

/** What every SQL database of TALI promises. `open` is called once; the suite disposes what it returns. */
export function sqlContract(
  name: string,
  open: () => Promise<Database>,
  features: SqlFeatures = { timeouts: true, sessions: true, logins: true },
): void {
  const lacks = Object.entries(features).flatMap(([feature, has]) => (has ? [] : [feature]))
  describe(`SQL database: ${name}${lacks.length > 0 ? `, without ${lacks.join(', ')}` : ''}`, () => {
    let database: Database
    let owner: Sql
    let sql: Sql

    beforeAll(async () => {
      database = await open()
      owner = database.connectOwner()
      sql = database.connect('alpha')
      for (const module of CONTRACT_MODULES) {
        await owner.query(`drop table if exists ${module}.thing`)
        await owner.query(
          `create table ${module}.thing (
             id bigint primary key generated always as identity,
             name text not null constraint thing_name unique,
             data jsonb)`,
        )
      }
    }, 120_000)
    afterAll(() => database[Symbol.asyncDispose]())
    beforeEach(() => owner.query('truncate alpha.thing, beta.thing, gamma.thing'))

    const one = async (on: Queryable, expression: string, values?: unknown[]): Promise<unknown> =>
      (await on.query<{ value: unknown }>(`select ${expression} as value`, values))[0]?.value
    const insert = (on: Queryable, name: string): Promise<unknown> =>
      on.query('insert into thing (name) values ($1)', [name])
    const names = async (): Promise<string[]> =>
      (await sql.query<{ name: string }>('select name from thing order by name')).map((row) => row.name)

    it('says what it is', () => {
      expect(database.description).toMatch(/PostgreSQL|PGlite/)
    })

    describe('values', () => {
      it.each([
        ['null', null],
        ['true', true],
        ['42::int', 42],
        ['9007199254740991::bigint', Number.MAX_SAFE_INTEGER],
        ['count(*)', 1],
        ['1.5::float8', 1.5],
        [`'NaN'::float8`, Number.NaN],
        ['1.10::numeric', '1.10'],
        [`'Küche 🍳'::text`, 'Küche 🍳'],
        [`'{"a":[1,{"b":null}]}'::jsonb`, { a: [1, { b: null }] }],
        [`'"text"'::jsonb`, 'text'],
        [`'[1,2]'::json`, [1, 2]],
        [`array['a','b "c"', null]::text[]`, ['a', 'b "c"', null]],
        ['array[1,2,null]::bigint[]', [1, 2, null]],
        ['array[1.5,2]::real[]', [1.5, 2]],
        [`'2026-11-21 10:00:00.123+01'::timestamptz`, new Date('2026-11-21T09:00:00.123Z')],
        [`'2026-11-21'::date`, '2026-11-21'],
        [`'2026-11-21 10:00'::timestamp`, '2026-11-21 10:00:00'],
        [`'6f1e8b0e-7b4f-4c63-9a53-0a6b2f1c9d11'::uuid`, '6f1e8b0e-7b4f-4c63-9a53-0a6b2f1c9d11'],
      ])('come back right: %s', async (expression, expected) => {
        expect(await one(sql, expression)).toEqual(expected)
      })

      it.each([
        ['text', "it's; drop table thing --"],
        ['text', ''],
        ['text', null],
        ['int', -7],
        ['bigint', Number.MAX_SAFE_INTEGER],
        ['float8', 0.1],
        ['boolean', false],
        ['timestamptz', new Date('2026-03-29T01:30:00.500Z')],
        ['jsonb', { deep: [{ er: 'ß' }] }],
        ['text[]', ['a', '', 'c,"d"', null]],
        ['bigint[]', [1, 2, 3]],
        ['real[]', [0.5, -1]],
      ])('go there and back as parameters: %s', async (type, value) => {
        expect(await one(sql, `$1::${type}`, [value])).toEqual(value)
      })

      it('take bytes, and undefined as null', async () => {
        const bytes = Buffer.from([0, 1, 254, 255])
        const back = await one(sql, '$1::bytea', [bytes])
        expect(back).toBeInstanceOf(Uint8Array)
        expect(back).toEqual(bytes)
        expect(await one(sql, '$1::text', [undefined])).toBeNull()
      })

      it('sort and fold text the same everywhere', async () => {
        const rows = await sql.query<{ t: string }>(`select t from unnest(array['b','Z','ä','a','é']) t order by t`)
        expect(rows.map(({ t }) => t)).toEqual(['Z', 'a', 'b', 'ä', 'é'])
        expect(await one(sql, `lower('ÄÖÜ') || upper('é')`)).toBe('äöüÉ')
      })
    })

    describe('statements', () => {
      it('give rows, or none', async () => {
        await insert(sql, 'a')
        expect(await sql.query('select name from thing')).toEqual([{ name: 'a' }])
        expect(await sql.query('delete from thing')).toEqual([])
        expect(await sql.query('select 1 as a; select 2 as b')).toEqual([{ b: 2 }])
      })

      it('fail with their SQLSTATE, and the connection goes on', async () => {
        await expect(sql.query('select 1/0')).rejects.toMatchObject({ name: 'SqlFailed', code: '22012' })
        await expect(sql.query('selec')).rejects.toMatchObject({ name: 'SqlFailed', code: '42601' })
        await expect(sql.query('select * from nothing')).rejects.toMatchObject({ name: 'SqlFailed', code: '42P01' })
        expect(await one(sql, '1')).toBe(1)
      })

      it('name the unique constraint that they violate', async () => {
        await insert(sql, 'a')
        const error = await insert(sql, 'a').catch((error: unknown) => error)
        expect(error).toBeInstanceOf(SqlFailed)
        expect(isUniqueViolation(error)).toBe(true)
        expect(isUniqueViolation(error, 'thing_name')).toBe(true)
        expect(isUniqueViolation(error, 'other')).toBe(false)
      })

      it('insert ten thousand rows at once, and do nothing the second time', async () => {
        const batch = Array.from({ length: 10_000 }, (_, i) => `name ${i}`)
        const data = batch.map((_, i) => JSON.stringify({ i }))
        const insertBatch = (): Promise<object[]> =>
          sql.query(
            `insert into thing (name, data) select * from unnest($1::text[], $2::jsonb[])
             on conflict (name) do nothing returning id`,
            [batch, data],
          )
        expect(await insertBatch()).toHaveLength(10_000)
        expect(await insertBatch()).toHaveLength(0)
        expect(await one(sql, `(select sum((data->>'i')::int) from thing)`)).toBe(49_995_000)
      })

      it('run side by side', async () => {
        const numbers = Array.from({ length: 50 }, (_, i) => i)
        expect(await Promise.all(numbers.map((i) => one(sql, '$1::int', [i])))).toEqual(numbers)
      })
    })

    describe('transactions', () => {
      it('commit what is done in them, and give back what the work returns', async () => {
        const result = await sql.transaction(async (tx) => {
          await insert(tx, 'a')
          await insert(tx, 'b')
          return 'done'
        })
        expect(result).toBe('done')
        expect(await names()).toEqual(['a', 'b'])
      })

      it('roll back when the work rejects, with its error', async () => {
        const error = new Error('changed my mind')
        await expect(
          sql.transaction(async (tx) => {
            await insert(tx, 'a')
            throw error
          }),
        ).rejects.toBe(error)
        expect(await names()).toEqual([])
      })

      it('roll back when a statement fails', async () => {
        await insert(sql, 'a')
        await expect(
          sql.transaction(async (tx) => {
            await insert(tx, 'b')
            await insert(tx, 'a')
          }),
        ).rejects.toSatisfy((error) => isUniqueViolation(error, 'thing_name'))
        expect(await names()).toEqual(['a'])
      })

      it('do not pretend to commit when the failure of a statement was swallowed', async () => {
        await expect(
          sql.transaction(async (tx) => {
            await insert(tx, 'a')
            await tx.query('select 1/0').catch(() => undefined)
          }),
        ).rejects.toMatchObject({ name: 'SqlFailed', code: '25P02' })
        expect(await names()).toEqual([])
      })

      it('run statements in order even when they are not awaited one by one', async () => {
        await sql.transaction(async (tx) => {
          await Promise.all(['c', 'a', 'b'].map((name) => insert(tx, name)))
        })
        const rows = await sql.query<{ name: string }>('select name from thing order by id')
        expect(rows.map(({ name }) => name)).toEqual(['c', 'a', 'b'])
      })

      it('refuse statements when they are over', async () => {
        let late: Queryable | undefined
        await sql.transaction(async (tx) => {
          late = tx
        })
        await expect(late?.query('select 1')).rejects.toThrow('This transaction is over')
      })

      itWith(features.sessions)('are not seen by others before the commit', async () => {
        await sql.transaction(async (tx) => {
          await insert(tx, 'a')
          expect(await names()).toEqual([])
        })
        expect(await names()).toEqual(['a'])
      })

      it('wait their turn with other statements', async () => {
        const counts = await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            sql.transaction(async (tx) => {
              await insert(tx, `a${i}`)
              await insert(tx, `b${i}`)
              return names
            }),
          ),
        )
        expect(counts).toHaveLength(10)
        expect(await names()).toHaveLength(20)
      })
    })

    describe('timeouts', () => {
      itWith(features.timeouts)('cancel a statement, and only that one', async () => {
        const begun = performance.now()
        await expect(sql.query('select pg_sleep(20)', [], { timeoutMs: 100 })).rejects.toMatchObject({ code: '57014' })
        expect(performance.now() - begun).toBeLessThan(2_000)
        expect(await one(sql, '(select count(*) from pg_sleep(0.2))'), 'the time held for one statement').toBe(1)
      })

      itWith(features.timeouts)('cancel a statement in a transaction, which is rolled back', async () => {
        await expect(
          sql.transaction(async (tx) => {
            await insert(tx, 'a')
            await tx.query('select pg_sleep(20)', [], { timeoutMs: 100 })
          }),
        ).rejects.toMatchObject({ name: 'SqlFailed', code: '57014' })
        expect(await names()).toEqual([])
      })

      it('differ between the statements of a transaction', async () => {
        await sql.transaction(async (tx) => {
          await tx.query('select 1', [], { timeoutMs: 50 })
          expect(await one(tx, '(select count(*) from pg_sleep(0.1))')).toBe(1)
        })
      })
    })

    itWith(features.sessions)('says SqlUnavailable for a lost connection, and makes a new one', async () => {
      const other = database.connect('alpha')
      await other.query('select 1')
      const sleeping = expect(sql.query('select pg_sleep(20) -- to be ended')).rejects.toBeInstanceOf(SqlUnavailable)
      // Where roles are taken it is the login that may end its own connections.
      const endAll = `set role none; select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = session_user and pid <> pg_backend_pid() and query like '%to be ended'`
      await expect.poll(async () => (await other.query(endAll)).length, { timeout: 5_000 }).toBeGreaterThan(0)
      await sleeping
      expect(await one(sql, '1')).toBe(1)
      await other[Symbol.asyncDispose]()
    })

    describe('modules', () => {
      it('find their tables without naming a schema', async () => {
        for (const module of CONTRACT_MODULES) {
          await using own = database.connect(module)
          await insert(own, module)
          expect(await one(own, 'current_schema()')).toBe(module)
          expect(await owner.query(`select name from ${module}.thing`)).toEqual([{ name: module }])
        }
      })

      const forbidden = (other: string): string[] => [
        `select * from ${other}.thing`,
        `insert into ${other}.thing (name) values ('x')`,
        `update ${other}.thing set name = 'x'`,
        `delete from ${other}.thing`,
        `truncate ${other}.thing`,
        `alter table ${other}.thing add column more text`,
        `drop table ${other}.thing`,
        `create table ${other}.mine (id int)`,
        `create view mine as select * from ${other}.thing`,
        `drop schema ${other} cascade`,
        `grant usage on schema ${other} to public`,
      ]
      const others = CONTRACT_MODULES.flatMap((module) =>
        CONTRACT_MODULES.filter((other) => other !== module).map((other) => [module, other] as const),
      )

      it.each(others)('have no way from %s into %s (SI-08)', async (module, other) => {
        await using own = database.connect(module)
        for (const statement of forbidden(other)) {
          await expect(own.query(statement), statement).rejects.toMatchObject({ code: '42501' })
        }
      })

      it('change nothing beside their schemas (SI-08)', async () => {
        const statements = [
          'create table public.mine (id int)',
          'create schema mine',
          'create role mine',
          'create database mine',
          'create temporary table mine (id int)',
          'alter system set jit = on',
          `copy thing to program 'true'`,
          `copy thing to '/tmp/thing'`,
          `select pg_read_file('PG_VERSION')`,
          'select * from pg_authid',
          'checkpoint',
        ]
        for (const module of CONTRACT_MODULES) {
          await using own = database.connect(module)
          for (const statement of statements) {
            await expect(own.query(statement), statement).rejects.toMatchObject({ code: '42501' })
          }
        }
      })

      itWith(features.logins)('cannot become another', async () => {
        const roles = await owner.query<{ name: string }>(
          `select rolname as name from pg_roles where rolname <> current_user and rolname not like 'pg\\_%'`,
        )
        expect(roles.length).toBeGreaterThanOrEqual(CONTRACT_MODULES.length)
        const self = await one(sql, 'current_user')
        for (const { name } of roles.filter((role) => role.name !== self)) {
          await expect(sql.query(`set role ${name}`), name).rejects.toMatchObject({ code: '42501' })
        }
        await expect(sql.query('reset role; select * from beta.thing')).rejects.toMatchObject({ code: '42501' })
      })

      it('are changed by the owner: what it makes they use', async () => {
        await owner.query('create table beta.made (id int primary key, n serial)')
        await using beta = database.connect('beta')
        await beta.query('insert into made (id) values (1), (2)')
        await beta.query('update made set id = 3 where n = 1')
        await beta.query('delete from made where n = 2')
        expect(await beta.query('select id from made')).toEqual([{ id: 3 }])
        await owner.query('alter table beta.made add column more text; drop table beta.made')
      })
    })

    it('rejects what comes after it was disposed', async () => {
      const closed = database.connect('alpha')
      const running = closed.query('select 1')
      await closed[Symbol.asyncDispose]()
      await closed[Symbol.asyncDispose]()
      expect(await running, 'what ran may finish').toHaveLength(1)
      await expect(closed.query('select 1')).rejects.toBeInstanceOf(SqlClosed)
      await expect(closed.transaction(async () => 1)).rejects.toBeInstanceOf(SqlClosed)
      expect(await one(sql, '1'), 'others go on').toBe(1)
    })
  })
}

/** Where a feature is lacking there is no test, rather than one that is skipped. */
function itWith(feature: boolean): (name: string, test: () => Promise<void>) => void {
  return (name, test) => {
    if (feature) it(name, test)
  }
}
