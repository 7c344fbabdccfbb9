import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kv, Stream, StreamEntry } from '../src/index.ts'

/** A folder that is gone at the end of the test. */
export async function trialFolder(): Promise<{ dir: string } & AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), 'kv-'))
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true }) }
}

/** The segment files of a stream, oldest first. */
export async function segmentsOf(dir: string, stream: string): Promise<string[]> {
  const folder = join(dir, 'streams', stream)
  return (await readdir(folder))
    .filter((name) => /^\d+\.log$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** Reads all there is, acknowledging nothing. */
export async function drain(stream: Stream, group: string, consumer = 'c'): Promise<StreamEntry[]> {
  const all: StreamEntry[] = []
  for (;;) {
    const entries = await stream.read(group, consumer)
    if (entries.length === 0) return all
    for (const entry of entries) all.push(entry)
  }
}

/** All entries of a stream, by a group of its own. */
export async function entriesOf(kv: Kv, stream: string): Promise<StreamEntry[]> {
  await kv.stream(stream).createGroup('all', 'beginning')
  return drain(kv.stream(stream), 'all')
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
