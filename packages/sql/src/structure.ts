import type { ClientBase } from 'pg'
import { scramVerifier } from './scram-verifier.ts'

export const OWNER = 'tali_owner'

export function roleOf(module: string): string {
  return `tali_${module}`
}

/** Names of modules become names of roles and schemas, unquoted. */
export function refuseBadNames(modules: readonly string[]): void {
  const bad = modules.find((module) => !/^[a-z][a-z0-9_]{0,50}$/.test(module) || module.startsWith('pg_'))
  if (bad !== undefined) throw new Error(`${JSON.stringify(bad)} cannot be the name of a schema.`)
}

/** Passwords of the roles. A role without one is taken by `set role`, by whoever makes it. */
export interface RolePasswords {
  owner: string
  modules: Readonly<Record<string, string>>
}

/** Any number that is ours: two processes that start at once make the structure one after the other. */
const LOCK = 0x74616c69

/**
 * Makes, in the connection's database, the roles and schemas that are not there yet, all of them or nothing (SI-08).
 * Closing the connection undoes what a failure left unfinished.
 */
export async function makeStructure(
  client: ClientBase,
  modules: readonly string[],
  passwords?: RolePasswords,
): Promise<void> {
  await client.query(`begin; select pg_advisory_xact_lock(${LOCK})`)
  const { rows } = await client.query<{ roles: string[]; schemas: string[]; database: string }>(
    `select quote_ident(current_database()) as database,
       array(select rolname::text from pg_roles) as roles, array(select nspname::text from pg_namespace) as schemas`,
  )
  const { roles = [], schemas = [], database = '' } = rows[0] ?? {}
  const newSchemas = modules.filter((module) => !schemas.includes(module))
  const statements = [
    ...(roles.includes(OWNER) ? [] : roleStatements(OWNER, passwords?.owner)),
    ...modules
      .filter((module) => !roles.includes(roleOf(module)))
      .flatMap((module) => roleStatements(roleOf(module), passwords?.modules[module])),
    ...(newSchemas.length > 0 ? databaseStatements(database) : []),
    ...newSchemas.flatMap((module) => schemaStatements(module, database)),
    'commit',
  ]
  await client.query(statements.join(';\n'))
}

function roleStatements(role: string, password: string | undefined): string[] {
  if (password === undefined) return [`create role ${role} nologin`, `grant ${role} to current_user`]
  return [`create role ${role} login password '${scramVerifier(password)}'`]
}

function databaseStatements(database: string): string[] {
  return [
    'revoke all on schema public from public',
    `revoke all on database ${database} from public`,
    `grant connect, create on database ${database} to ${OWNER}`,
  ]
}

/**
 * The owner is a member of the module's role, so that migrations may create in the schema and change what is there;
 * what they create the module may read and write.
 */
function schemaStatements(module: string, database: string): string[] {
  const role = roleOf(module)
  const whatOwnerMakes = `alter default privileges for role ${OWNER} in schema ${module}`
  return [
    `grant ${role} to ${OWNER}`,
    `grant connect on database ${database} to ${role}`,
    `create schema ${module} authorization ${role}`,
    `${whatOwnerMakes} grant select, insert, update, delete, truncate, references on tables to ${role}`,
    `${whatOwnerMakes} grant usage, select, update on sequences to ${role}`,
  ]
}
