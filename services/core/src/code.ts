import { databaseSettings, openDatabase } from '@tali/container'
import { createLogger, readSettings, systemClock } from '@tali/runtime'
import { z } from 'zod'
import { makePairingCode } from './residents/pairing.ts'
import manifest from '../package.json' with { type: 'json' }

// Prints a code that lets one browser in: `docker compose exec core node service/src/code.ts`. Who may run this in the
// container is the owner of the machine.
const { values } = await readSettings(z.object({ database: databaseSettings }), { environment: process.env })
const log = createLogger({ service: 'core', version: manifest.version, level: 'error' })
await using database = openDatabase({ core: values.database.url }, log)
await using sql = database.connect('core')
const { code, expiresAt } = await makePairingCode(sql, systemClock, null)
console.log(`${code} (works once, until ${new Date(expiresAt).toLocaleTimeString()})`)
