// A process with a consumer that dies of what it reads.
import { openEmbeddedKv } from '../src/embedded/index.ts'

const kv = await openEmbeddedKv({ dir: process.argv[2] ?? '' })
const [entry] = await kv.stream('s').read('g', 'c', { count: 1 })
throw new Error(`cannot bear ${entry?.value}`)
