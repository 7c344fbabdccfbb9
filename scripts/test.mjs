// All that must hold before a change is good: format, lint, types, tests, and one start from a clean clone. Ends with
// `N passed, N failed`: the sum of the tests, and every other gate as one. `--static` leaves out what runs the program.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name) => join(root, 'node_modules', '.bin', name)
const minute = 60_000

const scratch = await mkdtemp(join(tmpdir(), 'tali-test-'))
const report = join(scratch, 'vitest.json')

const staticGates = [
  { name: 'format', command: [bin('oxfmt'), '--check'], withinMs: minute },
  { name: 'lint', command: [bin('oxlint'), '--type-aware'], withinMs: 3 * minute },
  { name: 'types', command: [bin('tsc'), '-p', 'tsconfig.json'], withinMs: 3 * minute },
  { name: 'types of the page', command: [bin('tsc'), '-p', 'apps/dashboard/tsconfig.json'], withinMs: 3 * minute },
]
const runningGates = [
  {
    name: 'tests',
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    withinMs: 7 * minute,
    count: countTests,
  },
  { name: 'smoke', command: [process.execPath, 'scripts/smoke.mjs'], withinMs: 3 * minute },
]
const gates = process.argv.includes('--static') ? staticGates : [...staticGates, ...runningGates]

let running = null
let stoppedBy = null
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stoppedBy = signal
    running?.kill(signal)
  })

const results = []
for (const gate of gates) results.push(stoppedBy ? notRun(gate) : await runGate(gate))
await rm(scratch, { recursive: true, force: true })

console.log()
for (const { name, passed, failed, note } of results)
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed${note}`)
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1

async function runGate({ name, command, withinMs, count = countGate }) {
  console.log(`\n── ${name}`)
  const began = Date.now()
  const ended = await runToEnd(command, withinMs)
  const took = `${((Date.now() - began) / 1_000).toFixed(1)} s`
  const result = await count(ended.code)
  console.log(`── ${name}: ${result.failed === 0 ? 'ok' : 'failed'} after ${took}`)
  const notes = [took, ...(ended.how ? [ended.how] : []), ...(result.note ? [result.note] : [])]
  return { name, ...result, note: ` (${notes.join('; ')})` }
}

function notRun({ name }) {
  return { name, passed: 0, failed: 1, note: ` (not run: stopped by ${stoppedBy})` }
}

/** `code` is null when the gate did not come to an end of its own. */
function runToEnd([program, ...args], withinMs) {
  const { promise, resolve } = Promise.withResolvers()
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  running = child
  let late = false
  const deadline = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, withinMs)
  child.on('error', (error) => resolve({ code: null, how: error.message }))
  child.on('close', (code, signal) => {
    if (late) resolve({ code: null, how: `stopped, since it took longer than ${withinMs / minute} minutes` })
    else resolve({ code, how: signal ? `ended by ${signal}` : null })
  })
  return promise.finally(() => {
    clearTimeout(deadline)
    running = null
  })
}

async function countGate(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * The tests one by one, from vitest's report. A file that could not be loaded, and a run that failed though no test did,
 * count as one failure; so does a run without a report, or without a single test.
 */
async function countTests(code) {
  const summary = await readReport()
  if (summary === null) return { passed: 0, failed: 1, note: 'vitest left no report that can be read' }
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, testResults } = summary
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  for (const file of unloaded) console.log(`could not be loaded: ${file.name}`)
  const failed = numFailedTests + unloaded.length
  const skipped = numPendingTests + numTodoTests
  const note = skipped > 0 ? `${skipped} skipped` : undefined
  if (failed > 0) return { passed, failed, note }
  if (code !== 0) return { passed, failed: 1, note: 'vitest failed outside of a test' }
  return passed > 0 ? { passed, failed, note } : { passed, failed: 1, note: 'there was not one test' }
}

async function readReport() {
  try {
    const summary = JSON.parse(await readFile(report, 'utf8'))
    return Number.isInteger(summary.numPassedTests) && Array.isArray(summary.testResults) ? summary : null
  } catch {
    return null
  }
}
