import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openDemoHome } from './index.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
    username: { type: 'string' },
    'password-file': { type: 'string' },
    'ca-file': { type: 'string' },
    language: { type: 'string', default: 'en' },
    seed: { type: 'string', default: '1' },
  },
})
const read = async (path: string | undefined) =>
  path === undefined ? undefined : (await readFile(path, 'utf8')).trim()
const tell = (level: string) => (fields: object, message: string) =>
  console.log(JSON.stringify({ level, time: new Date().toISOString(), service: 'demo-home', ...fields, message }))

// A password does not come as an argument: everybody on the machine would see it.
const home = openDemoHome({
  url: values.url,
  username: values.username,
  password: (await read(values['password-file'])) ?? process.env['DEMO_HOME_PASSWORD'],
  ca: await read(values['ca-file']),
  language: values.language === 'de' ? 'de' : 'en',
  seed: Number(values.seed),
  log: { info: tell('info'), warn: tell('warn') },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void home[Symbol.asyncDispose]())
