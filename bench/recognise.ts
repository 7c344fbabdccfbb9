// Time to understand a sentence: a home of 200 named things, 300 mixed English sentences (orders, questions, several in
// one, and such that are not for the home), beside hassil from PyPI with the same templates, home and sentences.
//   node bench/recognise.ts
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildHomeIndex, builtinPacks, createRecogniser, type HomeDescription } from '../packages/language/src/index.ts'
import { readCases, readHome } from '../packages/language/test/corpus.ts'

const run = promisify(execFile)
const rounds = 40
const hassilRounds = 3
const named = 200
const spoken = 300

const rows: Record<string, string>[] = []
const home = homeOf(named)
const sentences = mixed(spoken)

const ours = timeOurs()
try {
  const theirs = await timeHassil()
  report(`hassil ${theirs.version} (PyPI)`, theirs)
  console.table(table())
  console.log(
    `hassil takes × ${(theirs.p50 / ours.p50).toFixed(0)} at p50, × ${(theirs.p99 / ours.p99).toFixed(0)} at p99`,
  )
} catch (error) {
  console.table(table())
  console.log(`hassil could not be run (python3 with venv, and pip that reaches PyPI, are needed): ${reason(error)}`)
}

interface Result {
  readonly built: number
  readonly understood: number
  readonly p50: number
  readonly p99: number
  readonly p99OfMedians: number
}

/** The example house, and rooms like a hotel's until there are enough things in it. */
function homeOf(count: number): HomeDescription {
  const house = readHome('oak-house')
  const rooms = 'Attic Library Pantry Studio Workshop Sauna Gym Porch Terrace Cellar Guest'.split(' ')
  const things = [
    'Spot Light',
    'Wall Lamp',
    'Heater Plug',
    'Roof Window',
    'Wall Fan',
    'Music Box',
    'Roller Shade',
    'Mood Light',
  ]
  const domains = ['light', 'light', 'switch', 'binary_sensor', 'fan', 'media_player', 'cover', 'light']
  const areas = [...house.areas]
  const entities = [...house.entities]
  for (let n = 0; entities.length < count; n++) {
    const room = `${rooms[Math.floor(n / things.length) % rooms.length] ?? ''}${n < things.length * rooms.length ? '' : ' Two'}`
    const areaId = room.toLowerCase().replace(' ', '_')
    if (!areas.some((area) => area.id === areaId)) areas.push({ id: areaId, name: room, floorId: 'upper', aliases: [] })
    const domain = domains[n % domains.length] ?? 'light'
    const name = `${room} ${things[n % things.length] ?? ''}`
    entities.push({ id: `${domain}.extra_${n}`, name, aliases: [], domain, deviceClass: null, areaId })
  }
  return { ...house, areas, entities }
}

/** Evenly from the whole corpus, so every kind of sentence is among them. */
function mixed(count: number): string[] {
  const cases = readCases('en').filter(({ say }) => say.trim() !== '')
  return Array.from({ length: count }, (_, index) => cases[Math.floor((index * cases.length) / count)]?.say ?? '')
}

function timeOurs(): Result {
  const begun = performance.now()
  const recogniser = createRecogniser({ packs: builtinPacks().filter((pack) => pack.language === 'en') })
  const compiled = performance.now() - begun
  const indexing = performance.now()
  const index = buildHomeIndex(home, 'en')
  console.log(
    `Sentences compiled in ${ms(compiled)}, ${home.entities.length} named things indexed in ${ms(performance.now() - indexing)}`,
  )
  const understand = (text: string) => recogniser.recognise(text, { language: 'en', home: index })
  const cold = sentences.map((text) => timed(() => understand(text)))
  const times: number[] = []
  for (let round = 0; round < rounds; round++) for (const text of sentences) times.push(timed(() => understand(text)))
  const understood = sentences.filter((text) =>
    understand(text).clauses.every((clause) => clause.candidates.length > 0),
  )
  const result = { ...quantiles(times.slice(times.length / 4)), built: compiled, understood: understood.length }
  report('TALI, first time each', { ...quantiles(cold), built: compiled, understood: understood.length })
  report('TALI', result)
  return result
}

async function timeHassil(): Promise<Result & { version: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-recognise-'))
  try {
    await run('python3', ['-m', 'venv', join(dir, 'venv')])
    const python = join(dir, 'venv', 'bin', 'python')
    await run(python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      'hassil==3.12.1',
      'PyYAML==6.0.3',
    ])
    await writeFile(join(dir, 'task.json'), JSON.stringify(task()))
    const script = fileURLToPath(new URL('recognise_hassil.py', import.meta.url))
    const { stdout } = await run(python, [script, join(dir, 'task.json'), '3.12.1'], { maxBuffer: 64 << 20 })
    const { times, ...rest }: { times: number[]; version: string; built: number; understood: number } =
      JSON.parse(stdout)
    return { ...rest, ...quantiles(times) }
  } finally {
    await rm(dir, { recursive: true })
  }
}

function task() {
  const folder = new URL('../packages/language/sentences/en/', import.meta.url)
  const pairs = (things: readonly { id: string; name: string; aliases: readonly string[] }[]) =>
    things.flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => [each, id]))
  return {
    files: readdirSync(folder)
      .sort()
      .map((file) => fileURLToPath(new URL(file, folder))),
    lists: { name: pairs(home.entities), area: pairs(home.areas), floor: pairs(home.floors) },
    contexts: Object.fromEntries(
      home.entities.map(({ id, domain, deviceClass }) => [
        id,
        { domain, ...(deviceClass !== null && { device_class: deviceClass }) },
      ]),
    ),
    sentences,
    rounds: hassilRounds,
  }
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

/** Times of round after round; a busy machine shows in `p99` and not in that of each sentence's median. */
function quantiles(times: readonly number[]): Pick<Result, 'p50' | 'p99' | 'p99OfMedians'> {
  const medians = sentences.map((_, index) =>
    at(
      times.filter((_, call) => call % sentences.length === index),
      0.5,
    ),
  )
  return { p50: at(times, 0.5), p99: at(times, 0.99), p99OfMedians: at(medians, 0.99) }
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function report(what: string, { p50, p99, p99OfMedians, built, understood }: Result): void {
  rows.push({
    what,
    p50: ms(p50),
    p99: ms(p99),
    'p99 of medians': ms(p99OfMedians),
    'ready after': ms(built),
    understood: `${understood} of ${spoken}`,
  })
}

function table() {
  return Object.fromEntries(rows.map(({ what = '', ...row }) => [what, row]))
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 3 : 0)} ms`
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error)
}
