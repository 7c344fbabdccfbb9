import { OWNER, roleOf } from '@tali/sql/postgres'
import { accessList, passwordLine } from './render/mosquitto.ts'
import { redisUsers } from './render/redis.ts'
import type { Secrets } from './secrets.ts'
import { consumers, modules, mqttAccounts, redisAccounts, type Consumer } from './stack.ts'

/** Names of all secrets that the stack needs. */
export function secretNames(): string[] {
  const names = [
    ...consumers.flatMap(({ secrets = {} }) => Object.values(secrets)),
    ...['postgres', 'owner', ...modules].map((login) => `postgres/${login}`),
    ...mqttAccounts.map(({ username }) => `mqtt/${username}`),
    ...redisAccounts.map(({ username }) => `redis/${username}`),
  ]
  return [...new Set(names)]
}

/** What a container finds in its folder besides certificates: file → content. */
export function filesOf({ name, secrets: own = {}, logins = {} }: Consumer, secrets: Secrets): Map<string, string> {
  const secret = (of: string) => {
    const value = secrets[of]
    if (value === undefined) throw new Error(`there is no secret ${of}`)
    return value
  }
  const files = new Map<string, string>()
  for (const [file, of] of Object.entries(own)) files.set(file, secret(of))
  for (const [file, login] of Object.entries(logins)) files.set(file, databaseUrl(login, secret(`postgres/${login}`)))
  for (const [file, content] of Object.entries(rendered[name]?.(secret) ?? {})) files.set(file, content)
  return files
}

/** `verify-full`: the server must show a certificate of the house's authority with its name. */
function databaseUrl(login: string, password: string): string {
  const role = login === 'postgres' ? login : login === 'owner' ? OWNER : roleOf(login)
  return `postgres://${role}:${password}@postgres:5432/tali?sslmode=verify-full&sslrootcert=/run/tali/ca.pem`
}

type Render = (secret: (name: string) => string) => Record<string, string>

/** Files in the form that one program reads. */
const rendered: Readonly<Record<string, Render>> = {
  structure: (secret) => ({
    'roles.json': JSON.stringify({
      owner: secret('postgres/owner'),
      modules: Object.fromEntries(modules.map((module) => [module, secret(`postgres/${module}`)])),
    }),
  }),
  mqtt: (secret) => ({
    passwords: mqttAccounts.map(({ username }) => `${passwordLine(username, secret(`mqtt/${username}`))}\n`).join(''),
    access: accessList(mqttAccounts),
    // Options of mosquitto_sub: on its command line everybody on the machine would read the password.
    'health-check': `-u health\n-P ${secret('mqtt/health')}\n`,
  }),
  redis: (secret) => ({
    users: redisUsers(redisAccounts.map((account) => ({ ...account, password: secret(`redis/${account.username}`) }))),
    // What redis-cli reads from its input.
    'health-check': `auth health ${secret('redis/health')}\nset health ok\nget health\n`,
  }),
}
