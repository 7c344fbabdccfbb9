import { parseArgs } from 'node:util'
import { startDemoHome } from './index.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
    username: { type: 'string' },
    language: { type: 'string', default: 'en' },
    seed: { type: 'string', default: '1' },
  },
})
const log = { info: console.log, warn: console.error }
const language = values.language === 'de' ? 'de' : 'en'
// The password comes from the environment: an argument would be seen by everybody on the machine.
const password = process.env['DEMO_HOME_PASSWORD']
const access = { url: values.url, ...(values.username && { username: values.username }), ...(password && { password }) }
const home = await startDemoHome({ ...access, language, seed: Number(values.seed), log })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void home[Symbol.asyncDispose]())
