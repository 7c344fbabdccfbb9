// A process that opens the database in a folder, stores one row, says so, and waits to be killed.
import { openEmbeddedDatabase } from '../src/embedded/index.ts'
import { trial } from './trial-database.ts'

const database = await openEmbeddedDatabase(trial(process.argv[2] ?? ''))
const sql = database.connect('home')
await sql.query('create table told (word text)')
await sql.query(`insert into told values ('stored')`)
console.log('open')
setInterval(() => undefined, 60_000)
