import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../bin/tali.mjs', import.meta.url))

export interface Ended {
  code: number | null
  output: string
}

/** The real command, run to its end. */
export async function runTali(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { child, output } = launch(args, environment)
  const [code] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : null, output: output() }
}

/** The real command with a house in it, in a process of its own. Disposing it stops it calmly. */
export class TaliProcess implements AsyncDisposable {
  readonly address: string
  readonly devicePort: number
  readonly code: string
  readonly #child: ChildProcess
  readonly #closed: Promise<unknown>
  readonly #output: () => string

  private constructor(child: ChildProcess, output: () => string, closed: Promise<unknown>) {
    this.#child = child
    this.#output = output
    this.#closed = closed
    const last = /(http:\/\/\S+) .*: ([0-9A-Z-]+)\n$/.exec(output())
    this.address = last?.[1] ?? ''
    this.code = last?.[2] ?? ''
    this.devicePort = Number(/on port (\d+) \(MQTT\)/.exec(output())?.[1])
  }

  /** Rejects with all it printed when it ends before it is ready. */
  static async start(data: string, args: readonly string[] = []): Promise<TaliProcess> {
    const { child, output, ready, closed } = launch([
      'start',
      '--data',
      data,
      '--port',
      '0',
      '--mqtt-port',
      '0',
      ...args,
    ])
    await Promise.race([ready, closed])
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the house ended before it was ready:\n${output()}`)
    return new TaliProcess(child, output, closed)
  }

  get output(): string {
    return this.#output()
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#closed
  }

  /** Ctrl-C. Resolves with the exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGINT')
    await this.#closed
    return this.#child.exitCode
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.stop()
  }
}

export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  // Embedded PostgreSQL, which does not run as root, has to get through to its own folder in it.
  const path = await mkdtemp(join(tmpdir(), 'tali-test-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) }
}

function launch(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', LANG: 'C.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ready = Promise.withResolvers<void>()
  const take = (chunk: Buffer) => {
    text += chunk.toString()
    if (/http:\/\/\S+ .*: [0-9A-Z-]+\n$/.test(text)) ready.resolve()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  return { child, output: () => text, ready: ready.promise, closed: once(child, 'close') }
}
