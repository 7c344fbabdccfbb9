import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kvContract } from '../src/contract.ts'
import { openEmbeddedKv } from '../src/embedded/index.ts'

kvContract('embedded', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kv-'))
  let time = 1_700_000_000_000
  const now = (): number => time
  let kv = await openEmbeddedKv({ dir, now })
  return {
    kv,
    advance: (ms) => {
      time += ms
    },
    async reopen() {
      await kv[Symbol.asyncDispose]()
      return (kv = await openEmbeddedKv({ dir, now }))
    },
    async close() {
      await kv[Symbol.asyncDispose]()
      await rm(dir, { recursive: true })
    },
  }
})
