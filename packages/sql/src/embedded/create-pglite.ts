import { rename, rm } from 'node:fs/promises'
import { workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

// A thread of its own, because making a database takes some 500 MB that WebAssembly would never give back.
const { folder }: { folder: string } = workerData
const aside = `${folder}.new`
await rm(aside, { recursive: true, force: true })
const database = await PGlite.create(aside, {
  // As the real server is made: the same order and the same letters on every machine.
  initDbStartParams: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  postgresqlconf: ['shared_buffers=16MB', 'max_connections=5', 'jit=off'],
})
await database.close()
await rename(aside, folder)
