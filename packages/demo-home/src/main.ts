import { openDemoHome } from './index.ts'
import { readAccess } from './read-access.ts'

const tell = (level: string) => (fields: object, message: string) =>
  console.log(JSON.stringify({ level, time: new Date().toISOString(), service: 'demo-home', ...fields, message }))

const home = openDemoHome({ ...(await readAccess()), log: { info: tell('info'), warn: tell('warn') } })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void home[Symbol.asyncDispose]())
