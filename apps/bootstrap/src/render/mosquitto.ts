import { createHmac, pbkdf2Sync } from 'node:crypto'

/** Rounds slow down guessing; nobody guesses 256 random bits. */
const rounds = 101

/**
 * A line of Mosquitto's password file: PBKDF2 with SHA-512. The salt follows from the secret, so that the same accounts
 * give the same file.
 */
export function passwordLine(username: string, password: string): string {
  const salt = createHmac('sha256', password).update(`mosquitto ${username}`).digest().subarray(0, 12)
  const hash = pbkdf2Sync(password, salt, rounds, 64, 'sha512')
  return `${username}:$7$${rounds}$${salt.toString('base64')}$${hash.toString('base64')}`
}

/** What an account may do: `readwrite homeassistant/#`, `deny tali/#`. A denial goes before what is granted. */
export interface MqttAccount {
  readonly username: string
  readonly topics: readonly string[]
}

/** Mosquitto's access list: who is not named in it may do nothing. */
export function accessList(accounts: readonly MqttAccount[]): string {
  const blocks = accounts.map(({ username, topics }) => [
    `user ${username}`,
    ...topics.map((topic) => `topic ${topic}`),
  ])
  // An asker reads the answers to its own questions.
  return `${[...blocks, ['pattern read tali/reply/%c']].map((lines) => lines.join('\n')).join('\n\n')}\n`
}
