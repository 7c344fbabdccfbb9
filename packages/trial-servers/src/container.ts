import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { docker } from './docker.ts'
import { freePort } from './free-port.ts'

export interface ContainerOptions {
  image: string
  /** Default: the image's own. */
  command?: readonly string[]
  /** The server's port in the container; it gets one of its own on this machine's loopback address. */
  port: number
  /** Run in the container until it succeeds; then the server is there. */
  ready: readonly string[]
  /** Contents by absolute path, readable by everybody. */
  files?: Record<string, string>
  /** Default 30,000. */
  readyWithinMs?: number
}

/** A real server, for one test file, that ends when it is disposed. */
export interface Container extends AsyncDisposable {
  /** The port on 127.0.0.1. It stays over `stop` and `start`. */
  readonly port: number
  /** Runs a command inside, and resolves with its output. */
  exec(...command: readonly string[]): Promise<string>
  /** SIGKILL, as by a power cut; what it wrote stays. */
  kill(): Promise<void>
  /** Starts it again after `kill`. Resolves when it is ready. */
  start(): Promise<void>
  /** Stops all its processes where they stand: its sockets stay open and say nothing (SIGSTOP). */
  freeze(): Promise<void>
  thaw(): Promise<void>
}

const READY_WITHIN_MS = 30_000

/** Starts a container on a network of its own. Rejects in plain words when there is no engine, with its log when it does not get ready. */
export async function startContainer(options: ContainerOptions): Promise<Container> {
  const name = `tali-test-${randomUUID().slice(0, 8)}`
  const stack = new AsyncDisposableStack()
  try {
    await docker('network', 'create', '--label', 'tali.test', name)
    stack.defer(async () => void (await docker('network', 'rm', name)))
    const port = await freePort()
    const create = ['--name', name, '--label', 'tali.test', '--network', name]
    const published = ['--publish', `127.0.0.1:${port}:${options.port}`]
    await docker('create', ...create, ...published, options.image, ...(options.command ?? []))
    stack.defer(async () => void (await docker('rm', '--force', '--volumes', name)))
    if (options.files) await copyInto(name, options.files)
    const start = async (): Promise<void> => {
      await docker('start', name)
      await ready(name, options)
    }
    await start()
    return {
      port,
      start,
      exec: (...command) => docker('exec', name, ...command),
      kill: async () => void (await docker('kill', name)),
      freeze: async () => void (await docker('pause', name)),
      thaw: async () => void (await docker('unpause', name)),
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

async function ready(name: string, options: ContainerOptions): Promise<void> {
  const until = performance.now() + (options.readyWithinMs ?? READY_WITHIN_MS)
  for (;;) {
    try {
      await docker('exec', name, ...options.ready)
      return
    } catch (error) {
      if (performance.now() < until) continue
      const log = await docker('logs', '--tail', '20', name)
      throw new Error(`${options.image} did not get ready. Its log ends so:\n${log}`, { cause: error })
    }
  }
}

/** Through the engine, which may be on another machine. Folders that are not in the image are made. */
async function copyInto(name: string, files: Record<string, string>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'tali-container-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(dir, path)), { recursive: true, mode: 0o755 })
      await writeFile(join(dir, path), content, { mode: 0o644 })
    }
    // The folder's own mode becomes that of the container's root.
    await chmod(dir, 0o755)
    await docker('cp', `${dir}/.`, `${name}:/`)
  } finally {
    await rm(dir, { recursive: true })
  }
}
