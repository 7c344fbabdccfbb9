import { execFileSync } from 'node:child_process'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type KvFault, openEmbeddedKv } from '../src/embedded/index.ts'
import { JournalFull, type Stream } from '../src/index.ts'
import { drain, entriesOf, trialFolder } from './trial-folder.ts'
import { TrialDisk } from './trial-disk.ts'

const VALUE = 'x'.repeat(1_000)

describe('maxBytes', () => {
  it('refuses appends when it is reached, and takes them again when consumers caught up', async () => {
    await using folder = await trialFolder()
    const faults: KvFault[] = []
    await using kv = await openEmbeddedKv({ ...folder, maxBytes: 100_000, log: (fault) => faults.push(fault) })
    const stream = kv.stream('s')
    await stream.createGroup('g', 'beginning')
    const stored = await appendUntilFull(stream)
    expect(stored).toBeGreaterThan(80)
    await expect(stream.append(VALUE)).rejects.toThrow(/The journal holds \d+ of 100000 bytes/)
    expect(faults.map(({ kind }) => kind)).toEqual(['no-room'])
    await kv.set('key', 'still set')

    const entries = await drain(stream, 'g')
    expect(entries).toHaveLength(stored)
    await stream.acknowledge(
      'g',
      entries.slice(0, -1).map(({ id }) => id),
    )
    expect(await stream.append(VALUE)).toHaveLength(1)
    expect(faults.map(({ kind }) => kind)).toEqual(['no-room', 'room-again'])
    expect(await drain(stream, 'g')).toHaveLength(1)
  })

  it('counts what was there at the start, and all streams together', async () => {
    await using folder = await trialFolder()
    const small = { ...folder, maxBytes: 100_000 }
    let stored: number
    {
      await using kv = await openEmbeddedKv(small)
      await kv.stream('a').append(...Array.from({ length: 50 }, () => VALUE))
      stored = await appendUntilFull(kv.stream('b'))
      await expect(kv.stream('a').append(VALUE)).rejects.toBeInstanceOf(JournalFull)
    }
    await using kv = await openEmbeddedKv(small)
    await expect(kv.stream('b').append(VALUE)).rejects.toBeInstanceOf(JournalFull)
    expect(await entriesOf(kv, 'b')).toHaveLength(stored)
  })

  it('keeps what nobody could acknowledge because there is no group', async () => {
    await using folder = await trialFolder()
    await using kv = await openEmbeddedKv({ ...folder, maxBytes: 100_000 })
    const stored = await appendUntilFull(kv.stream('s'))
    expect(await entriesOf(kv, 's')).toHaveLength(stored)
  })
})

describe('a full disk', () => {
  it('fails an append in the middle of its write, leaves no trace of it, and recovers by itself', async () => {
    await using folder = await trialFolder()
    const faults: KvFault[] = []
    const disk = new TrialDisk()
    {
      await using kv = await openEmbeddedKv({ ...folder, disk, log: (fault) => faults.push(fault) })
      const stream = kv.stream('s')
      await stream.createGroup('g', 'end')
      const [a = ''] = await stream.append('a')
      disk.room = 20
      await expect(stream.append('lost')).rejects.toBeInstanceOf(JournalFull)
      await expect(stream.append('lost too')).rejects.toThrow('The disk is full')
      expect(await stream.read('g', 'c')).toEqual([{ id: a, value: 'a', deliveries: 1 }])
      await stream.acknowledge('g', [a])
      await expect(kv.stream('new').append('lost')).rejects.toBeInstanceOf(JournalFull)
      await expect(kv.stream('new').createGroup('g', 'end')).rejects.toBeInstanceOf(JournalFull)
      disk.room = Infinity
      await stream.append('b')
      expect(faults.map(({ kind }) => kind)).toContain('room-again')
      await kv.stream('new').append('c')
    }
    await using kv = await openEmbeddedKv(folder)
    expect((await entriesOf(kv, 's')).map(({ value }) => value)).toEqual(['a', 'b'])
    expect((await entriesOf(kv, 'new')).map(({ value }) => value)).toEqual(['c'])
    expect((await kv.stream('s').read('g', 'c')).map(({ value }) => value)).toEqual(['b'])
  })

  it('leaves no trace either when the disk says it only at the sync, or refuses to take back the write', async () => {
    await using folder = await trialFolder()
    const disk = new TrialDisk()
    {
      await using kv = await openEmbeddedKv({ ...folder, disk })
      const stream = kv.stream('s')
      await stream.append('a')
      disk.beforeSync = () => Promise.reject(Object.assign(new Error('quota'), { code: 'EDQUOT' }))
      disk.failTruncate = true
      await expect(stream.append('a longer value that is lost')).rejects.toBeInstanceOf(JournalFull)
      disk.beforeSync = () => Promise.resolve()
      await expect(stream.append('lost')).rejects.toBeInstanceOf(JournalFull)
      disk.failTruncate = false
      await stream.append('b')
    }
    await using kv = await openEmbeddedKv(folder)
    expect((await entriesOf(kv, 's')).map(({ value }) => value)).toEqual(['a', 'b'])
  })

  it('passes other errors of the disk on as they are', async () => {
    await using folder = await trialFolder()
    const disk = new TrialDisk()
    await using kv = await openEmbeddedKv({ ...folder, disk })
    await kv.stream('s').append('a')
    disk.beforeSync = () => Promise.reject(Object.assign(new Error('EIO: i/o error'), { code: 'EIO' }))
    await expect(kv.stream('s').append('b')).rejects.toThrow('EIO')
    disk.beforeSync = () => Promise.resolve()
    await kv.stream('s').append('c')
    expect((await entriesOf(kv, 's')).map(({ value }) => value)).toEqual(['a', 'c'])
  })

  it('keeps keys in memory meanwhile, and writes them at the end', async () => {
    await using folder = await trialFolder()
    const disk = new TrialDisk()
    {
      await using kv = await openEmbeddedKv({ ...folder, disk })
      disk.room = 0
      await kv.set('a', '1')
      await expect(kv.lock('l')).rejects.toBeInstanceOf(JournalFull)
      expect(await kv.get('a')).toBe('1')
      disk.room = Infinity
      expect(await kv.lock('l')).not.toBeNull()
    }
    await using kv = await openEmbeddedKv(folder)
    expect(await kv.get('a')).toBe('1')
  })
})

/** A real file system without room, where this user may mount one. */
describe.runIf(canMount())('a full file system', () => {
  it('refuses appends, and takes them again when there is room', async () => {
    await using folder = await trialFolder()
    const dir = join(folder.dir, 'small')
    await mkdir(dir)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir])
    try {
      const ballast = join(dir, 'ballast')
      await writeFile(ballast, Buffer.alloc(512 * 1024))
      await using kv = await openEmbeddedKv({ dir })
      const stored = await appendUntilFull(kv.stream('s'))
      expect(stored).toBeGreaterThan(300)
      expect((await statfs(dir)).bfree).toBeLessThan(5)
      await rm(ballast)
      await kv.stream('s').append('b')
      expect(await entriesOf(kv, 's')).toHaveLength(stored + 1)
    } finally {
      execFileSync('umount', ['-l', dir])
    }
  })
})

async function appendUntilFull(stream: Stream): Promise<number> {
  for (let stored = 0; ; stored++) {
    try {
      await stream.append(VALUE)
    } catch (error) {
      expect(error).toBeInstanceOf(JournalFull)
      return stored
    }
  }
}

function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}
