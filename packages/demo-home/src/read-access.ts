import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

/** How this process is to behave and where its broker is, from the command line; secrets from files. */
export async function readAccess() {
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
  return {
    url: values.url,
    username: values.username,
    // A password does not come as an argument: everybody on the machine would see it.
    password: (await read(values['password-file'])) ?? process.env['DEMO_HOME_PASSWORD'],
    ca: await read(values['ca-file']),
    language: values.language === 'de' ? ('de' as const) : ('en' as const),
    seed: Number(values.seed),
  }
}
