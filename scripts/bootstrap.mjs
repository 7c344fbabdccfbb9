// Makes a fresh clone ready to run: installs the packages with the pinned pnpm and builds the page, each only when it is
// not as it should be. Plain JavaScript, since it runs on whatever Node the machine has (20 or later), before anything is
// installed. What runs afterwards runs on the Node that the packages bring (`node_modules/.bin/node`).
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The one place that says which pnpm. A `packageManager` field would make a frozen install fail under another one. */
const pnpmVersion = '12.21.0'
const oldestNode = 20

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const inRoot = (...parts) => join(root, ...parts)
const node = inRoot('node_modules', '.bin', 'node')
/** What is done is stamped here with the hash of what it was made from; last, so that an interruption leaves no stamp. */
const stamps = inRoot('node_modules', '.tali')
const lock = join(stamps, 'lock')

/** A failure that has been put in words already. */
class Failed extends Error {
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

try {
  await bootstrap()
} catch (error) {
  if (!(error instanceof Failed)) throw error
  console.error(`\n${error.message}`)
  process.exit(error.exitCode)
}

async function bootstrap() {
  refuseOldNode()
  if (whatIsMissing().length === 0) return
  await lockAgainstOthers()
  try {
    // Once more: whoever held the lock has done it, most likely.
    for (const step of whatIsMissing()) await step()
  } finally {
    rmSync(lock, { force: true })
  }
}

function whatIsMissing() {
  if (!isStamped('packages', packagesHash()) || !existsSync(node)) return [installPackages, buildPageIfChanged]
  return isPageBuilt() ? [] : [buildPageIfChanged]
}

function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < oldestNode)
    throw new Failed(
      `TALI needs Node ${oldestNode} or later to install itself; this is Node ${process.versions.node}. Get a newer one at https://nodejs.org.`,
    )
}

async function installPackages() {
  const began = Date.now()
  const hash = packagesHash()
  console.log('Installing the packages (only when they changed) …')
  const progress = createProgress(began)
  // npm and pnpm wait 10 seconds and more between their tries; who has no network wants to know sooner.
  const patience = ['--config.fetch-retry-mintimeout=1000', '--config.fetch-retry-maxtimeout=5000']
  const command = ['--yes', `pnpm@${pnpmVersion}`, 'install', '--frozen-lockfile', '--reporter=ndjson', ...patience]
  const { code, output } = await run('npx', command, {
    env: {
      npm_config_fetch_retries: '1',
      npm_config_fetch_retry_mintimeout: '1000',
      npm_config_update_notifier: 'false',
    },
    onLine: (line) => progress.read(line),
  })
  progress.end()
  if (code !== 0) throw new Failed(`The packages could not be installed. ${explain(inWords(output))}`)
  if (!existsSync(node))
    throw new Failed(
      `There is no Node for ${process.platform} ${process.arch} among the packages. TALI runs on Linux (with glibc) and macOS, on x64 and arm64.`,
    )
  stamp('packages', hash)
  console.log(`Packages are ready (${seconds(began)}).`)
}

async function buildPageIfChanged() {
  if (isPageBuilt()) return
  const began = Date.now()
  const hash = pageHash()
  console.log('Building the page …')
  const vite = inRoot('apps', 'dashboard', 'node_modules', 'vite', 'bin', 'vite.js')
  const build = [vite, 'build', '--logLevel', 'warn']
  const { code, output } = await run(node, build, { cwd: inRoot('apps', 'dashboard') })
  if (code !== 0) throw new Failed(`The page could not be built. ${explain(output)}`)
  stamp('page', hash)
  console.log(`The page is ready (${seconds(began)}).`)
}

function isPageBuilt() {
  if (!existsSync(inRoot('apps', 'dashboard', 'package.json'))) return true
  return isStamped('page', pageHash()) && existsSync(inRoot('apps', 'dashboard', 'dist', 'index.html'))
}

/** Everything that decides what an install brings. */
function packagesHash() {
  const manifests = ['packages', 'services', 'apps']
    .flatMap((folder) => readdirIfThere(inRoot(folder)).map((name) => join(folder, name, 'package.json')))
    .filter((file) => existsSync(inRoot(file)))
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]
  return hashOf([pnpmVersion, process.platform, process.arch], files)
}

function pageHash() {
  const dashboard = join('apps', 'dashboard')
  const own = ['index.html', 'tsconfig.json', 'vite.config.ts'].map((name) => join(dashboard, name))
  const below = ['src', 'public'].flatMap((folder) => filesBelow(join(dashboard, folder)))
  return hashOf([packagesHash()], ['tsconfig.base.json', ...own, ...below])
}

function filesBelow(folder) {
  return readdirIfThere(inRoot(folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(inRoot(file)).isFile())
}

function readdirIfThere(folder, options) {
  return existsSync(folder) ? readdirSync(folder, options).sort() : []
}

function hashOf(words, files) {
  const hash = createHash('sha256').update(words.join('\n'))
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(inRoot(file)))
  return hash.digest('hex')
}

function isStamped(what, hash) {
  const file = join(stamps, what)
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

function stamp(what, hash) {
  const file = join(stamps, what)
  mkdirSync(stamps, { recursive: true })
  writeFileSync(`${file}.new`, hash)
  renameSync(`${file}.new`, file)
}

/** Two starts of one clone at once: the second waits for the first. A lock whose owner is gone counts for nothing. */
async function lockAgainstOthers() {
  mkdirSync(stamps, { recursive: true })
  for (let told = false; ;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = readLock()
    if (owner !== null && !isAlive(owner)) rmSync(lock, { force: true })
    else {
      if (!told) console.log(`Another start (process ${owner}) is installing; waiting for it …`)
      told = true
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

function readLock() {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return null
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: somebody else's process, and alive.
    return error.code === 'EPERM'
  }
}

/** Runs a program to its end. Interrupted, it takes the program down and says how to go on. */
async function run(command, args, { cwd = root, env = {}, onLine = () => false } = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = []
  const collect = (stream) => {
    let rest = ''
    stream.setEncoding('utf8').on('data', (text) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop()
      for (const line of lines) if (!onLine(line) && line.trim() !== '') output.push(line)
      output.splice(0, output.length - 200)
    })
  }
  collect(child.stdout)
  collect(child.stderr)
  let stopped = null
  const stop = (signal) => {
    stopped = signal
    child.kill(signal)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
    if (stopped) throw new Failed('Interrupted. The next start goes on from here.', stopped === 'SIGINT' ? 130 : 143)
    return { code, output: output.join('\n') }
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new Failed(`${command} was not found. It comes with Node and npm; install them first.`)
    throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** Follows pnpm's report, a JSON object a line, and shows how many packages are in place. */
function createProgress(began) {
  const counts = { resolved: 0, imported: 0 }
  let shownAt = Date.now()
  const show = () => {
    const text = `  ${counts.imported} of ${counts.resolved} packages in place, ${seconds(began)}`
    if (process.stdout.isTTY) process.stdout.write(`\r${text}`)
    else console.log(text)
    shownAt = Date.now()
  }
  return {
    /** True for a line that is only progress. */
    read(line) {
      const report = parseReport(line)
      if (report === null || report.level === 'error' || report.level === 'warn') return false
      if (report.name === 'pnpm:progress' && report.status in counts) counts[report.status] += 1
      if (Date.now() - shownAt > (process.stdout.isTTY ? 200 : 5_000)) show()
      return true
    },
    end() {
      if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
    },
  }
}

/** pnpm's own words, out of its report. */
function inWords(output) {
  const words = output.split('\n').map((line) => {
    const report = parseReport(line)
    return report?.message ? `${report.code ?? report.level}: ${report.message}` : line
  })
  return words.join('\n')
}

function parseReport(line) {
  try {
    return line.startsWith('{') ? JSON.parse(line) : null
  } catch {
    return null
  }
}

/** What went wrong, for a person: the usual reasons by name, everything else by the program's own last words. */
function explain(output) {
  if (/ENOSPC|No space left on device|os error 28\b|EDQUOT/i.test(output))
    return 'The disk is full. TALI needs about 1 GB for its packages; make room and start again.'
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|error sending request|dns error|META_FETCH_FAIL/i.test(
      output,
    )
  )
    return 'The package registry cannot be reached. Look at the network (or the proxy settings of npm) and start again; what is there already is kept.'
  if (/OUTDATED_LOCKFILE|FROZEN_LOCKFILE/i.test(output))
    return `pnpm-lock.yaml does not fit the package.json files. After a change of dependencies run: npx pnpm@${pnpmVersion} install\n${lastWords(output)}`
  if (/EACCES|EPERM|EROFS|Permission denied/i.test(output))
    return `Files below ${root} cannot be written by this user. Give it the folder, and start again.`
  return `These were the last words:\n${lastWords(output)}`
}

function lastWords(output) {
  return output.split('\n').slice(-10).join('\n')
}

function seconds(since) {
  return `${((Date.now() - since) / 1_000).toFixed(1)} s`
}
