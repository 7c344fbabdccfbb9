// A process to be killed: appends from many callers at once and prints each value whose append resolved.
import { openEmbeddedKv } from '../src/embedded/index.ts'

const [dir = '', round = ''] = process.argv.slice(2)
const kv = await openEmbeddedKv({ dir })
const stream = kv.stream('events')

async function caller(name: number): Promise<void> {
  for (let i = 0; ; i++) {
    const value = `${round}.${name}.${i}`
    const [id] = await stream.append(value)
    process.stdout.write(`${id} ${value}\n`)
    if (i % 10 === 0) await kv.set(`caller.${name}`, value)
  }
}

await Promise.all(Array.from({ length: 50 }, (_, i) => caller(i)))
