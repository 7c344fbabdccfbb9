import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { DatabaseLog } from '../database-event.ts'
import { type Binaries, commandOf } from './binaries.ts'
import { SERVER_ENV } from './data-folder.ts'
import { serverSettings } from './server-settings.ts'
import type { ServerUser } from './server-user.ts'

export interface PostmasterOptions {
  binaries: Binaries
  /** The data folder. */
  data: string
  socketFolder: string
  maxConnections: number
  user: ServerUser | undefined
  log: DatabaseLog
}

/** Recovery after a crash replays at most `max_wal_size`. */
const START_TIMEOUT_MS = 120_000
const STOP_STEPS: [signal: NodeJS.Signals, afterMs: number][] = [
  ['SIGINT', 0],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 15_000],
]
const REMEMBERED_LINES = 5

/** One run of the server, from its start to its end. */
export class Postmaster {
  /** Resolves with the reason, in words, when the process has ended. */
  readonly ended: Promise<string>
  readonly #child: ChildProcess
  readonly #lastLines: string[] = []

  private constructor(options: PostmasterOptions) {
    const { binaries, data, socketFolder, maxConnections, user } = options
    this.#child = spawn(
      ...commandOf(binaries, 'postgres', [...serverSettings(socketFolder, maxConnections), '-D', data]),
      // A session of its own: Ctrl-C on the terminal is for us, and we stop the server when all else has stopped.
      { ...user, cwd: data, env: SERVER_ENV, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const { promise, resolve } = Promise.withResolvers<string>()
    this.ended = promise
    this.#child.once('error', (error) => resolve(error.message))
    this.#child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`))
    const watcher = this.#child.pid === undefined ? undefined : watch(this.#child.pid, options)
    void promise.then(() => watcher?.kill('SIGKILL'))
  }

  /** Resolves when the server takes connections. Rejects with what it said when it does not. */
  static async start(options: PostmasterOptions): Promise<Postmaster> {
    const postmaster = new Postmaster(options)
    const { promise: ready, resolve } = Promise.withResolvers<'ready'>()
    postmaster.#read(options.log, () => resolve('ready'))
    const timer = setTimeout(() => postmaster.#child.kill('SIGQUIT'), START_TIMEOUT_MS)
    const outcome = await Promise.race([ready, postmaster.ended])
    clearTimeout(timer)
    if (outcome === 'ready') return postmaster
    throw new Error(`PostgreSQL did not start (${outcome}): ${postmaster.#lastLines.join(' ')}`)
  }

  /** Ends all connections and the server, by force when it takes more than 10 s. */
  async stop(): Promise<void> {
    const timers = STOP_STEPS.map(([signal, afterMs]) => setTimeout(() => this.#child.kill(signal), afterMs))
    await this.ended
    for (const timer of timers) clearTimeout(timer)
  }

  #read(log: DatabaseLog, ready: () => void): void {
    if (!this.#child.stderr) return
    createInterface({ input: this.#child.stderr }).on('line', (line) => {
      this.#lastLines.push(line)
      if (this.#lastLines.length > REMEMBERED_LINES) this.#lastLines.shift()
      if (line === 'LOG:  database system is ready to accept connections') ready()
      if (line.startsWith('PANIC: ')) log({ level: 'error', message: `PostgreSQL gives up: ${line}` })
    })
  }
}

/**
 * A shell that waits for the end of our process, however it comes, and then stops the server: its standard input is a
 * pipe of which we alone have the other end.
 */
function watch(pid: number, { user, log }: PostmasterOptions): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$1"', 'watch-postgres', String(pid)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.once('error', (cause) => {
    log({
      level: 'warn',
      message: 'PostgreSQL will outlive TALI if TALI is killed: there is no shell to watch it.',
      cause,
    })
  })
  watcher.unref()
  return watcher
}
