import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openEmbeddedKv } from '../src/embedded/index.ts'
import { entriesOf, seeded, trialFolder } from './trial-folder.ts'

const ROUNDS = 20

it('has every acknowledged append once and in order after kill -9 at any moment', { timeout: 60_000 }, async () => {
  const random = seeded(18)
  await using folder = await trialFolder()
  const acknowledged = new Map<string, string>()
  for (let round = 0; round < ROUNDS; round++) {
    const printed = await killedWhileAppending(folder.dir, round, random() * 40)
    for (const line of printed) acknowledged.set(...idAndValue(line))
  }

  await using kv = await openEmbeddedKv(folder)
  const found = await entriesOf(kv, 'events')
  const values = new Map(found.map(({ id, value }) => [id, value]))
  expect(values.size, 'no id twice').toBe(found.length)
  expect(new Set(values.values()).size, 'no value twice').toBe(found.length)
  expect([...acknowledged].filter(([id, value]) => values.get(id) !== value)).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 50)
  // Each caller's values, in the order in which they were found, count upwards.
  const last = new Map<string, number>()
  for (const { value } of found) {
    const [caller, i] = [value.slice(0, value.lastIndexOf('.')), Number(value.slice(value.lastIndexOf('.') + 1))]
    expect(i).toBe((last.get(caller) ?? -1) + 1)
    last.set(caller, i)
  }
})

/** Kills the process so many milliseconds after its first append; returns what it had printed. */
async function killedWhileAppending(dir: string, round: number, afterMs: number): Promise<string[]> {
  const script = fileURLToPath(new URL('append-under-load.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dir, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const [first]: Buffer[] = await once(child.stdout, 'data')
  setTimeout(() => child.kill('SIGKILL'), afterMs)
  const rest = await text(child.stdout)
  const [, signal] = await exited
  expect(signal).toBe('SIGKILL')
  // The last line may be half a line.
  return `${first?.toString()}${rest}`.split('\n').slice(0, -1)
}

function idAndValue(line: string): [string, string] {
  const space = line.indexOf(' ')
  return [line.slice(0, space), line.slice(space + 1)]
}
