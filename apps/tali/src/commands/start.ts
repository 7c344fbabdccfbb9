import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createLogger, readSettings, run, type Logger, type Settings } from '@tali/runtime'
import { LogFile } from '../data/log-file.ts'
import { openDataFolder } from '../data/data-folder.ts'
import { startHelp } from '../help.ts'
import { openHouse } from '../house/house.ts'
import { houseSettings, shortFlags, type HouseSettings } from '../settings.ts'
import { version } from '../version.ts'
import { UsageFault } from './usage-fault.ts'

/** Starts the house and lives with it until it is stopped. */
export async function start(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(startHelp())
    return 0
  }
  const { values: settings, origins } = await readHouseSettings(args, process.env)
  using folder = await openDataFolder(settings.data)
  await mkdir(folder.at('log'), { recursive: true, mode: 0o700 })
  using logFile = settings.log.to === 'file' ? new LogFile(folder.at('log', 'tali.jsonl')) : null
  const { level } = settings.log
  const logOf = (service: string): Logger =>
    createLogger({ service, version, level, ...(logFile && { destination: logFile }) })
  const log = logOf('tali')
  const tell = (words: string) => (logFile ? process.stdout.write(`  ${words}\n`) : undefined)

  return await run({
    log,
    start: async (stack, signal) => {
      tell(`TALI ${version} starts in ${folder.path}`)
      log.info({ origins: Object.fromEntries(origins) }, 'starting')
      const house = await openHouse({ settings, folder, logOf, tell }, stack, signal)
      const readyMs = Math.round(performance.now())
      log.info({ readyMs, address: house.address }, 'ready')
      const code = await house.makeCode()
      const what = house.isSetUp ? 'code for another browser' : 'set-up code'
      if (logFile) process.stdout.write(`\n  Ready after ${(readyMs / 1_000).toFixed(1)} s. Ctrl-C stops the house.\n`)
      process.stdout.write(`  ${house.address}   ${what}: ${code}\n`)
    },
  })
}

async function readHouseSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Settings<HouseSettings>> {
  const { file, rest } = takeConfigFlag(args)
  const read = (files: string[]) =>
    readSettings(houseSettings, {
      args: rest,
      shortFlags,
      // The name that hosting services and developers know.
      environment: {
        ...environment,
        TALI_DATABASE_URL: environment['TALI_DATABASE_URL'] || environment['DATABASE_URL'],
      },
      files,
    })
  if (file !== null) return read([file])
  const settings = await read([])
  const beside = join(settings.values.data, 'tali.yaml')
  return (await exists(beside)) ? read([beside]) : settings
}

function takeConfigFlag(args: readonly string[]): { file: string | null; rest: string[] } {
  const at = args.findIndex((arg) => arg === '--config' || arg.startsWith('--config='))
  if (at < 0) return { file: null, rest: [...args] }
  const inline = args[at]?.match(/^--config=(.*)$/)?.[1]
  const file = inline ?? args[at + 1]
  if (!file) throw new UsageFault('--config needs the name of a file.')
  return { file, rest: args.toSpliced(at, inline === undefined ? 2 : 1) }
}

/** A file that is there and cannot be read counts: reading it tells why. */
async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
  }
}
