import { SettingsFaulty } from '@tali/runtime'
import { code } from './commands/code.ts'
import { doctor } from './commands/doctor.ts'
import { home } from './commands/home.ts'
import { say } from './commands/say.ts'
import { token } from './commands/token.ts'
import { UsageFault } from './commands/usage-fault.ts'
import { DataFolderUnusable } from './data/data-folder-unusable.ts'
import { help } from './help.ts'
import { HouseRefused, NoHouse } from './owner/ask-house.ts'
import { PortTaken } from './house/port-taken.ts'

type Command = (args: string[]) => Promise<number>

const commands: Record<string, Command> = {
  // The house itself is large; who only asks one does not load it.
  start: async (args) => (await import('./commands/start.ts')).start(args),
  say,
  code,
  token,
  doctor,
  home,
}

/** Errors that say in their message what is wrong and what to do: no stack trace helps there. */
const plain = [UsageFault, SettingsFaulty, DataFolderUnusable, PortTaken, NoHouse, HouseRefused]

/** The command line. Resolves with the exit code: 0 done, 1 not, 2 called wrongly. */
export async function main([name = '--help', ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(`tali has no command ${JSON.stringify(name)}.\n\n${help}`)
    return 2
  }
  try {
    return await command(args)
  } catch (error) {
    if (!plain.some((kind) => error instanceof kind)) throw error
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return error instanceof UsageFault ? 2 : 1
  }
}
