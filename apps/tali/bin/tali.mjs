#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 26) {
  console.error(
    `TALI's own Node runs it, not ${process.version}: use "npx tali …" in the clone, after "npm start" has set it up.`,
  )
  process.exit(1)
}
// What was compiled once is read from there: half of a warm start.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/tali', import.meta.url)))
const { main } = await import('../src/main.ts')
process.exitCode = await main(process.argv.slice(2))
