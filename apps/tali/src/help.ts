import { leavesOf } from '@tali/runtime'
import { houseSettings, shortFlags } from './settings.ts'

export const help = `TALI, the house that can prove it.

  tali start                    start the house: npm start does the same
  tali say "turn on the lamp"   say something to the house that runs here
  tali code                     a new single-use code that lets a browser in
  tali token create NAME        a bearer token for a program (list, revoke ID)
  tali doctor                   look whether all is well, and what to do if not
  tali home export [FILE]       write floors, areas and names as YAML
  tali home import FILE         read them again

  --data DIR    the house's data folder (default: data, beside the clone)
  --json        answer in JSON
  --help        this text; "tali start --help" lists all settings
`

/** All settings with their flags, variables and defaults. */
export function startHelp(): string {
  const names = new Map(Object.entries(shortFlags).map(([short, path]) => [path, `--${short}`]))
  const lines = leavesOf(houseSettings).map(({ path, flag, variable, description, schema, secret }) => {
    const fallback = schema.safeParse(undefined)
    const shown = fallback.success && fallback.data !== undefined && !secret ? JSON.stringify(fallback.data) : 'none'
    return `  ${names.get(path) ?? flag}\n      ${description || path}. Default: ${shown}. ${variable}`
  })
  return `tali start [flags]: starts the house, all services in one process.

Settings come from flags, then from the environment, then from tali.yaml in the data folder (or --config FILE).
An empty variable counts as not set; a secret may also come from a file named by its variable with _FILE.

${lines.join('\n')}
  --config
      A file of settings as YAML, instead of tali.yaml in the data folder.
`
}
