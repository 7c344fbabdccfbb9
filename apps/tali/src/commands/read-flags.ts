import { parseArgs } from 'node:util'
import { defaultDataFolder } from '../settings.ts'
import { UsageFault } from './usage-fault.ts'

/** What the commands that ask a running house have in common. */
export interface Flags {
  readonly words: readonly string[]
  readonly data: string
  readonly json: boolean
  readonly language: string | undefined
  readonly for: string | undefined
}

/** Throws `UsageFault` with `usage`, also for --help. */
export function readFlags(args: readonly string[], usage: string): Flags {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: process.env['TALI_DATA'] || defaultDataFolder },
        json: { type: 'boolean', default: false },
        language: { type: 'string' },
        for: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) throw new UsageFault(usage)
    return {
      words: positionals,
      data: values.data,
      json: values.json,
      language: values.language,
      for: values.for,
    }
  } catch (error) {
    if (error instanceof UsageFault) throw error
    throw new UsageFault(`${error instanceof Error ? error.message : String(error)}\n${usage}`, { cause: error })
  }
}
