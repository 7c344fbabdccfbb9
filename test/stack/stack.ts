import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The whole stack in containers, on ports and a folder of its own. */
export interface Stack extends AsyncDisposable {
  readonly address: string
  /** `docker compose` with these arguments; resolves with what it wrote. */
  compose(...args: string[]): Promise<string>
  /** How often a container was started again, and what its health check says. */
  stateOf(service: string): Promise<{ restarts: number; health: string }>
  /** A file of `volumes/`. */
  read(path: string): Promise<string>
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Opens a WebSocket's connection and closes it: the status of the answer. */
  upgrade(path: string): Promise<number | undefined>
}

export interface Answer {
  readonly status: number | undefined
  readonly headers: Record<string, string | string[] | undefined>
  readonly text: string
}

/**
 * Builds the images and brings the stack up, as `docker compose up -d` does; disposing takes it down. `TALI_COMPOSE` is the
 * command where it is not `docker compose`.
 */
export async function startStack(): Promise<Stack> {
  const volumes = await mkdtemp(join(tmpdir(), 'tali-stack-'))
  const [https, mqtts, logs] = [await freePort(), await freePort(), await freePort()]
  const [command = 'docker', ...first] = (process.env['TALI_COMPOSE'] ?? 'docker compose').split(' ')
  const env = {
    ...process.env,
    COMPOSE_PROJECT_NAME: `tali-test-${https}`,
    COMPOSE_PARALLEL_LIMIT: '1',
    TALI_VOLUMES: volumes,
    TALI_BIND: '127.0.0.1',
    TALI_HTTPS_PORT: String(https),
    TALI_MQTTS_PORT: String(mqtts),
    TALI_LOGS_PORT: String(logs),
  }
  const run = (program: string, args: readonly string[]) =>
    new Promise<string>((resolve, reject) => {
      execFile(program, args, { cwd: root, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
        error ? reject(new Error(`${args.join(' ')}: ${stderr.slice(-2_000)}`, { cause: error })) : resolve(stdout),
      )
    })
  const compose = (...args: string[]) => run(command, [...first, ...args])
  const takeDown = async () => {
    await compose('down', '--timeout', '20')
    await rm(volumes, { recursive: true, force: true })
  }
  try {
    await compose('up', '-d', '--build', '--wait')
  } catch (error) {
    const logs = await compose('logs', '--tail', '20')
    await takeDown()
    throw new Error(`the stack did not come up:\n${logs}`, { cause: error })
  }
  const read = (path: string) => readFile(join(volumes, path), 'utf8')
  const address = `https://localhost:${https}`
  const agent = new Agent({ keepAlive: true, ca: await read('tali-ca.pem') })
  const cookies = new Map<string, string>()
  const options = (method: string): Asking => ({
    method,
    agent,
    headers: { origin: address, cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
  })
  return {
    address,
    compose,
    async stateOf(service) {
      const id = (await compose('ps', '--quiet', service)).trim()
      const format = '{{.RestartCount}} {{.State.Health.Status}}'
      const [restarts, health = ''] = (await run('docker', ['inspect', '--format', format, id])).trim().split(' ')
      return { restarts: Number(restarts), health }
    },
    read,
    async ask(method, path, body, headers = {}) {
      const asking = options(method)
      const answer = await send(new URL(path, address), { ...asking, headers: { ...asking.headers, ...headers } }, body)
      for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        cookies.set(name, value)
      }
      return answer
    },
    upgrade: (path) => upgrade(new URL(path, address), options('GET')),
    async [Symbol.asyncDispose]() {
      agent.destroy()
      await takeDown()
    },
  }
}

interface Asking {
  method: string
  agent: Agent
  headers: Record<string, string>
}

function send(url: URL, options: Asking, body?: unknown): Promise<Answer> {
  const json = body === undefined ? undefined : JSON.stringify(body)
  const headers = { ...options.headers, ...(json !== undefined && { 'content-type': 'application/json' }) }
  return new Promise((resolve, reject) => {
    const asking = request(url, { ...options, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    })
    asking.on('error', reject)
    asking.end(json)
  })
}

function upgrade(url: URL, options: Asking): Promise<number | undefined> {
  const key = Buffer.from('sixteen bytes ok').toString('base64')
  const wanted = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  }
  return new Promise((resolve, reject) => {
    const asking = request(url, { ...options, headers: { ...options.headers, ...wanted } })
    asking.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode)
    })
    asking.on('response', (response) => resolve(response.statusCode))
    asking.on('error', reject)
    asking.end()
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}
