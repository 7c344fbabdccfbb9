// Warm start of the real command with the demo home and its database until it is ready, and the memory of its whole
// process tree after a minute of rest. Linux alone: memory is read from /proc.
//   node bench/start.ts [seconds of rest]
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { TaliProcess, temporaryFolder } from '../apps/tali/test/tali-process.ts'
import { printFigures, quantile } from './figures.ts'

const starts = 5
const restMs = Number(process.argv[2] ?? 60) * 1_000

interface Memory {
  readonly name: string
  /** Shared pages count in each process that has them. */
  readonly rssMb: number
  /** Shared pages are divided among those that have them: the sum is what the tree takes. */
  readonly pssMb: number
}

await using folder = await temporaryFolder()
const data = folder.path
const first = await timedStart()
// What the demo home announces is in the database with that.
await delay(3_000)
await first.house.stop()

const took: number[] = []
for (let start = 1; start < starts; start++) {
  const warm = await timedStart()
  took.push(warm.ms)
  await warm.house.stop()
}
const { house, ms } = await timedStart()
took.push(ms)
const tree = await afterRest(house)
await house.stop()

printFigures([
  {
    what: 'first start on an empty folder',
    figure: seconds(first.ms),
    goal: '–',
  },
  {
    what: `warm start to ready, median of ${starts}`,
    figure: `${seconds(quantile(took, 0.5))} (${took.map(seconds).join(', ')})`,
    goal: '≤ 3 s',
  },
  {
    what: `memory of the tree after ${restMs / 1_000} s, RSS`,
    figure: mb(tree.map((each) => each.rssMb)),
    goal: '≤ 280 MB',
  },
  { what: 'the same, PSS', figure: mb(tree.map((each) => each.pssMb)), goal: '≤ 280 MB' },
])
console.table(
  Object.fromEntries(
    tree.map(({ name, rssMb, pssMb }, at) => [
      `${at} ${name}`,
      { 'RSS MB': rssMb.toFixed(1), 'PSS MB': pssMb.toFixed(1) },
    ]),
  ),
)

async function timedStart(): Promise<{ house: TaliProcess; ms: number }> {
  const begun = performance.now()
  const started = await TaliProcess.start(data)
  return { house: started, ms: performance.now() - begun }
}

async function afterRest({ pid }: TaliProcess): Promise<Memory[]> {
  await delay(restMs)
  return Promise.all((await treeOf(pid)).map(memoryOf))
}

async function treeOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  const below = await Promise.all(children.trim().split(' ').filter(Boolean).map(Number).map(treeOf))
  return [pid, ...below.flat()]
}

async function memoryOf(pid: number): Promise<Memory> {
  const name = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim()
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  const figure = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1]) / 1_024
  return { name: shortened(name), rssMb: figure('Rss'), pssMb: figure('Pss') }
}

/** `postgres: checkpointer`, or a program without its folders. */
function shortened(command: string): string {
  const [program = ''] = command.split(' ')
  return command.startsWith('postgres: ') ? command.slice(0, 40) : (program.split('/').at(-1) ?? program)
}

function mb(values: readonly number[]): string {
  return `${Math.round(values.reduce((sum, value) => sum + value, 0))} MB`
}

function seconds(value: number): string {
  return `${(value / 1_000).toFixed(2)} s`
}
