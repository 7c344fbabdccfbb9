import { readFile } from 'node:fs/promises'
import { makeStructureAt } from '@tali/sql/postgres'
import { modules } from './stack.ts'

/** Where this container's own folder is mounted. */
const own = (file: string) => readFile(`/run/tali/${file}`, 'utf8')

// Roles, each with a login of its own, and their schemas: those that are not there yet.
await makeStructureAt(await own('superuser-url'), modules, JSON.parse(await own('roles.json')))
console.log(`The database has roles and schemas of ${modules.join(', ')}.`)
