// The promise of the README, kept from outside: a clean clone in a temporary folder, with an empty package store, is started
// by `npm start`, set up, asked to turn on a light, and stopped by Ctrl-C; then once more on the same data.
import { execFile, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** The first start installs everything; the second has nothing to do but start. */
const coldWithinMs = 120_000
const warmWithinMs = 30_000
const stopWithinMs = 10_000

const place = await mkdtemp(join(tmpdir(), 'tali-smoke-'))
// As root, the database runs as another user, who must be able to pass.
await chmod(place, 0o755)
// A blank in the path: people keep things in folders such as "My house".
const clone = join(place, 'the clone')
const environment = await bareEnvironment(join(place, 'home'))
let house = null
process.on('SIGINT', () => process.exit(130))
process.on('exit', () => house?.kill())

try {
  await main()
  console.log('The smoke test passed.')
} catch (error) {
  console.error(error)
  if (house) console.error(`\nThe house had said:\n${house.said().split('\n').slice(-40).join('\n')}`)
  process.exitCode = 1
} finally {
  await house?.killAndWait()
  for (const { pid } of await processesBelow(place)) process.kill(pid, 'SIGKILL')
  await rm(place, { recursive: true, force: true })
}

async function main() {
  await cloneHere()
  const page = createPage()
  const code = await step('cold start, from an empty package store', () => startHouse(page, coldWithinMs))
  await step('health and page', () => lookAtPage(page))
  await step('set-up', () => setUp(page, code))
  await step('"turn on the kitchen light"', () => turnOnTheLight(page))
  await step('stop by Ctrl-C', stopHouse)

  await step('warm start', () => startHouse(page, warmWithinMs))
  await step('the resident is still known', async () =>
    expectEqual((await page.get('/api/me')).resident.name, 'Maddie'),
  )
  await step('stop by Ctrl-C again', stopHouse)
}

async function step(name, work) {
  const began = performance.now()
  const result = await work()
  console.log(`${((performance.now() - began) / 1_000).toFixed(2).padStart(7)} s  ${name}`)
  return result
}

async function cloneHere() {
  await run('git', ['clone', '--quiet', root, clone], { env: environment })
  const { stdout } = await run('git', ['status', '--porcelain'], { cwd: root, env: environment })
  const changed = stdout.split('\n').filter((line) => line !== '').length
  if (changed > 0) console.log(`Note: ${changed} files are not committed, and so are not part of this test.`)
}

/** Starts the house on free ports and opens the page when it says that it is ready; resolves with its code. */
async function startHouse(page, withinMs) {
  house = openHouse(['--port', '0', '--mqtt-port', '0', '--data', join(place, 'data')])
  const [, address, code] = await house.waitFor(/^ *(http:\/\/\S+) .*code.*: (\S+)\s*$/m, withinMs)
  page.open(address)
  return code
}

async function lookAtPage(page) {
  expectEqual((await page.get('/actuator/health')).status, 'up')
  const response = await page.load('/')
  expectEqual(response.status, 200)
  const script = /<script[^>]+src="([^"]+)"/.exec(await response.text())?.[1]
  if (!script) throw new Error('the page loads no script')
  expectEqual((await page.load(script)).status, 200)
}

async function setUp(page, code) {
  expectEqual((await page.load('/api/home')).status, 401)
  expectEqual((await page.post('/api/welcome/code', { code })).firstResident, true)
  const resident = await page.post('/api/welcome/resident', { name: 'Maddie', language: 'en' })
  expectEqual(resident.role, 'admin')
}

/** The demo home's lamps lose a command now and then, as lamps do: what was not confirmed is asked for once more. */
async function turnOnTheLight(page) {
  for (let tries = 1; ; tries++) {
    const { response } = await page.post('/api/conversation/process', { text: 'turn on the kitchen light' })
    const words = response.speech.plain.speech
    console.log(`           "${words}"`)
    expectEqual(response.response_type, 'action_done')
    const [light] = response.data.success
    if (light) {
      const { states } = await page.get('/api/home')
      return expectEqual(states.find((state) => state.entityId === light.id)?.value, 'on')
    }
    if (tries === 3) throw new Error(`the light was not confirmed to be on: ${words}`)
  }
}

async function stopHouse() {
  const code = await house.interrupt(stopWithinMs)
  expectEqual(code, 0, 'the exit code after Ctrl-C')
  const left = await processesBelow(place)
  if (left.length > 0)
    throw new Error(`processes were left behind: ${left.map(({ pid, where }) => `${pid} in ${where}`).join(', ')}`)
  house = null
}

/** `npm start` as in a terminal of its own: a process group that gets Ctrl-C as a whole. */
function openHouse(flags) {
  const child = spawn('npm', ['start', '--', ...flags], {
    cwd: clone,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let onSaid = () => {}
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
      onSaid()
    })
  const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  ended.catch(() => {})
  /** To the whole group, as a terminal does. */
  const send = (signal) => {
    const runs = child.pid !== undefined && child.exitCode === null && child.signalCode === null
    if (runs) process.kill(-child.pid, signal)
  }
  const kill = () => send('SIGKILL')
  return {
    said: () => said,
    kill,
    killAndWait: () => (kill(), ended),
    waitFor: (pattern, withinMs) =>
      within(withinMs, `no line that fits ${pattern}`, (resolve, reject) => {
        onSaid = () => {
          const found = pattern.exec(said)
          if (found) resolve(found)
        }
        onSaid()
        void ended.then((code) => reject(new Error(`npm start ended with ${code} before the house was ready`)), reject)
      }),
    interrupt: (withinMs) =>
      within(withinMs, 'the house did not stop', (resolve, reject) => {
        void ended.then(resolve, reject)
        send('SIGINT')
        // npm passes on what the house has from the terminal already, sooner or later: one Ctrl-C may arrive twice.
        setTimeout(send, 20, 'SIGINT')
      }),
  }
}

function within(ms, what, work) {
  const { promise, resolve, reject } = Promise.withResolvers()
  const timer = setTimeout(() => reject(new Error(`${what} within ${ms / 1_000} s`)), ms)
  work(resolve, reject)
  return promise.finally(() => clearTimeout(timer))
}

/** A browser as far as we need one: it keeps cookies, also over a restart of the house on another port. */
function createPage() {
  let home = ''
  const cookies = new Map()
  const load = async (path, options = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...options.headers, ...(cookie && { cookie }) }
    const response = await fetch(new URL(path, home), { ...options, headers })
    for (const each of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(each) ?? []
      cookies.set(name, value)
    }
    return response
  }
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } }
  return {
    open: (address) => (home = address),
    load,
    get: async (path) => readJson(await load(path)),
    post: async (path, body) => readJson(await load(path, { ...post, body: JSON.stringify(body) })),
  }
}

async function readJson(response) {
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

function expectEqual(actual, expected, what = 'a value') {
  if (actual !== expected)
    throw new Error(`${what} is ${JSON.stringify(actual)}, and should be ${JSON.stringify(expected)}`)
}

/** Processes that work in a folder or run a program from there. Linux tells; elsewhere none are found. */
async function processesBelow(folder) {
  const pids = await readdir('/proc').catch(() => [])
  const found = await Promise.all(
    pids
      .filter((name) => /^\d+$/.test(name))
      .map(async (pid) => {
        const links = await Promise.all(
          ['cwd', 'exe'].map((link) => readlink(join('/proc', pid, link)).catch(() => '')),
        )
        const where = links.find((link) => link.startsWith(folder))
        return where ? [{ pid: Number(pid), where }] : []
      }),
  )
  return found.flat()
}

/**
 * The environment of somebody who never ran TALI nor npm: a home of its own, nothing that an outer `npm` or shell set,
 * and the machine's own Node first on the path. What the machine says of registry and proxy stays.
 */
async function bareEnvironment(home) {
  await mkdir(home)
  // The clone's source may belong to somebody else, as in a container with a mounted checkout.
  await writeFile(join(home, '.gitconfig'), '[safe]\n\tdirectory = *\n')
  const foreign = /^(TALI_|DATABASE_URL$|XDG_|npm_(?!config_(registry|.*proxy|cafile)$)|NODE_|INIT_CWD$|VITEST)/
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    PATH: path.join(delimiter),
    npm_config_userconfig: join(homedir(), '.npmrc'),
  }
}
