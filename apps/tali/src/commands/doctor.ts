import { access, constants, statfs } from 'node:fs/promises'
import { systemHealthSchema, type SystemHealth } from '@tali/contracts'
import { askHouseFor, NoHouse } from '../owner/ask-house.ts'
import { readFlags } from './read-flags.ts'

interface Finding {
  readonly what: string
  readonly well: boolean
  /** What was found; when it is not well, also what to do. */
  readonly words: string
}

/** Below this a database cannot be trusted to go on writing. */
const littleDiskBytes = 500_000_000

/** Looks whether all is well, from outside and, when the house runs, from inside. Exit code 1 when something is not. */
export async function doctor(args: string[]): Promise<number> {
  const { data, json } = readFlags(args, 'tali doctor [--json] [--data DIR]')
  const findings = [await lookAtFolder(data), await lookAtDisk(data), ...(await lookInside(data))]
  const well = findings.every((finding) => finding.well)
  if (json) process.stdout.write(`${JSON.stringify({ well, findings })}\n`)
  else
    for (const { what, well: good, words } of findings) process.stdout.write(`${good ? '✓' : '✗'} ${what}: ${words}\n`)
  return well ? 0 : 1
}

async function lookAtFolder(data: string): Promise<Finding> {
  const what = 'data folder'
  try {
    await access(data, constants.R_OK | constants.W_OK | constants.X_OK)
    return { what, well: true, words: `${data} can be written.` }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return missing
      ? { what, well: true, words: `${data} does not exist yet; the first start makes it.` }
      : { what, well: false, words: `${data} cannot be written; give the user that runs TALI write permission.` }
  }
}

async function lookAtDisk(data: string): Promise<Finding> {
  const what = 'disk'
  try {
    const { bavail, bsize } = await statfs(data)
    const free = bavail * bsize
    const words = `${(free / 1e9).toFixed(1)} GB are free.`
    return free > littleDiskBytes
      ? { what, well: true, words }
      : { what, well: false, words: `${words} Make room: events cannot be kept on a full disk.` }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { what, well: true, words: 'nothing is kept yet.' }
    return {
      what,
      well: false,
      words: `its free space cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

async function lookInside(data: string): Promise<Finding[]> {
  try {
    const health = await askHouseFor(systemHealthSchema, data, { method: 'GET', path: '/api/system' })
    return [
      { what: 'house', well: true, words: `runs, version ${health.version}, ${health.memoryMb} MB.` },
      ...parts(health),
    ]
  } catch (error) {
    if (error instanceof NoHouse) return [{ what: 'house', well: false, words: error.message }]
    throw error
  }
}

function parts({ services, stores }: SystemHealth): Finding[] {
  return [
    ...services.map(({ service, status, checks, lastError }) => ({
      what: service,
      well: status === 'up',
      words: [
        ...checks.filter((check) => status === 'up' || check.status !== 'up').map((check) => check.summary),
        ...(lastError === null ? [] : [`Last error, ${lastError.at}: ${lastError.message}`]),
      ].join(' '),
    })),
    ...stores.map(({ store, description, status, summary }) => ({
      what: store,
      well: status === 'up',
      words: `${description}. ${summary}`,
    })),
  ]
}
