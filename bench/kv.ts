// Speed of the embedded key-value store beside a bare write + fdatasync on the same disk in the same run.
//   node bench/kv.ts [folder]
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedKv } from '../packages/kv/src/embedded/index.ts'
import type { Kv, Stream } from '../packages/kv/src/index.ts'

const dir = await mkdtemp(join(process.argv[2] ?? tmpdir(), 'bench-kv-'))
const event = JSON.stringify({ entity: 'light.kitchen', state: 'on', at: Date.now() }).padEnd(300, ' ')
const rows: Record<string, string>[] = []

try {
  const bare = await bareSync(event.length, 300)
  report('bare write + fdatasync, 300 B', { p50: ms(bare.p50), p95: ms(bare.p95), 'per s': round(1000 / bare.p50) })
  const batch = await bareSync(event.length * 100, 300)
  report('bare write + fdatasync, 30 kB', {
    p50: ms(batch.p50),
    p95: ms(batch.p95),
    'per s': round(100_000 / batch.p50),
  })

  await using kv = await openEmbeddedKv({ dir: join(dir, 'kv') })
  await singleAppends(kv, bare.p50)
  await concurrentAppends(kv, 100, 100_000, (1000 / batch.p50) * 100)
  await appendReadAcknowledge(kv, 20_000, 5)
  await backlog(kv, 300_000)
  await keys(kv, 200_000)
  await locks(kv, 50_000)
  console.table(Object.fromEntries(rows.map(({ what = '', ...row }) => [what, row])))
  console.log(`RSS at the end ${round(process.memoryUsage().rss / 2 ** 20)} MB`)
} finally {
  await rm(dir, { recursive: true })
}

async function bareSync(bytes: number, times: number): Promise<{ p50: number; p95: number }> {
  const file = await open(join(dir, 'bare'), 'w')
  const buffer = Buffer.alloc(bytes, 32)
  const took = await timesOf(times, async (i) => {
    await file.write(buffer, 0, bytes, i * bytes)
    await file.datasync()
  })
  await file.close()
  return took
}

async function singleAppends(kv: Kv, floor: number): Promise<void> {
  const stream = kv.stream('single')
  await stream.append('first')
  const took = await timesOf(500, () => stream.append(event))
  report('append, one caller', {
    p50: ms(took.p50),
    p95: ms(took.p95),
    'of floor': `× ${(took.p50 / floor).toFixed(2)}`,
  })
}

async function concurrentAppends(kv: Kv, callers: number, count: number, floor: number): Promise<void> {
  const stream = kv.stream('concurrent')
  const { seconds, cpuMicros } = await measured(() =>
    Promise.all(
      Array.from({ length: callers }, async () => {
        for (let i = 0; i < count / callers; i++) await stream.append(event)
      }),
    ),
  )
  report(`append, ${callers} callers`, perSecond(count, seconds, cpuMicros, floor))
}

/** Events arrive evenly, 20,000 in a second; two groups follow. */
async function appendReadAcknowledge(kv: Kv, rate: number, forSeconds: number): Promise<void> {
  const stream = kv.stream('events')
  for (const group of ['sql', 'live']) await stream.createGroup(group, 'end')
  const count = rate * forSeconds
  let latest = 0
  const { seconds, cpuMicros } = await measured(async () => {
    const followers = ['sql', 'live'].map((group) => follow(stream, group, count))
    const begun = performance.now()
    const appends: Promise<unknown>[] = []
    for (let sent = 0; sent < count;) {
      const due = Math.min(count, Math.floor(((performance.now() - begun) * rate) / 1000))
      for (; sent < due; sent++) appends.push(stream.append(event))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await Promise.all(appends)
    const done = performance.now()
    await Promise.all(followers)
    latest = performance.now() - done
  })
  report(`append → 2 × (read → acknowledge), ${rate}/s`, {
    ...perSecond(count, seconds, cpuMicros),
    'last read after': ms(latest),
  })
}

async function backlog(kv: Kv, count: number): Promise<void> {
  const stream = kv.stream('backlog')
  await stream.createGroup('g', 'end')
  for (let i = 0; i < count; i += 10_000) await stream.append(...Array.from({ length: 10_000 }, () => event))
  const { seconds, cpuMicros } = await measured(() => follow(stream, 'g', count))
  report(`read → acknowledge, ${count} behind (disk)`, perSecond(count, seconds, cpuMicros))
}

async function keys(kv: Kv, count: number): Promise<void> {
  const { seconds, cpuMicros } = await measured(async () => {
    for (let i = 0; i < count; i++) await kv.set(`state.${i % 500}`, event)
  })
  report('set, 500 keys in turn', perSecond(count, seconds, cpuMicros))
}

async function locks(kv: Kv, count: number): Promise<void> {
  const { seconds, cpuMicros } = await measured(async () => {
    for (let i = 0; i < count; i++) await (await kv.lock('l'))?.release()
  })
  report('lock, release', perSecond(count, seconds, cpuMicros))
}

async function follow(stream: Stream, group: string, count: number): Promise<void> {
  for (let read = 0; read < count;) {
    const entries = await stream.read(group, 'c', { blockMs: 1_000 })
    await stream.acknowledge(
      group,
      entries.map(({ id }) => id),
    )
    read += entries.length
  }
}

async function timesOf(count: number, work: (i: number) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const took: number[] = []
  for (let i = 0; i < count; i++) {
    const begun = performance.now()
    await work(i)
    took.push(performance.now() - begun)
  }
  took.sort((a, b) => a - b)
  return { p50: took[Math.floor(count * 0.5)] ?? 0, p95: took[Math.floor(count * 0.95)] ?? 0 }
}

async function measured(work: () => Promise<unknown>): Promise<{ seconds: number; cpuMicros: number }> {
  const before = process.cpuUsage()
  const begun = performance.now()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - begun) / 1000, cpuMicros: user + system }
}

function perSecond(count: number, seconds: number, cpuMicros: number, floor?: number): Record<string, string> {
  return {
    'per s': round(count / seconds),
    'CPU µs each': (cpuMicros / count).toFixed(1),
    ...(floor && { 'of floor': `× ${(count / seconds / floor).toFixed(2)}` }),
  }
}

function report(what: string, row: Record<string, string>): void {
  rows.push({ what, ...row })
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en')
}
