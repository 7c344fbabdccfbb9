import { readdir, readFile } from 'node:fs/promises'
import type {
  HealthStatus,
  Link,
  ReplyData,
  RequestName,
  ServiceHealth,
  StoreHealth,
  SystemHealth,
} from '@tali/contracts'
import { isoTime, type Clock } from '@tali/runtime'

type HealthRequest = Extract<RequestName, `${string}.health.check`>

/** A service that does not answer in this time is down, for whoever looks. */
const answerMs = 4_000

/** Asks every service and store how it is, all at once. Who does not answer is told as down, with the reason. */
export async function systemHealth({
  link,
  services,
  stores,
  version,
  clock,
}: {
  link: Link
  services: readonly HealthRequest[]
  stores: () => Promise<StoreHealth[]>
  version: string
  clock: Clock
}): Promise<SystemHealth> {
  const [serviceReports, storeReports, ownStores, memoryMb] = await Promise.all([
    Promise.all(services.map((name) => askService(link, name, version, clock))),
    askStores(link),
    stores(),
    processTreeMemory(),
  ])
  const all = [...ownStores, ...storeReports]
  return {
    status: worst([...serviceReports, ...all].map((each) => each.status)),
    at: isoTime(clock.now()),
    version,
    memoryMb,
    services: serviceReports,
    stores: all,
  }
}

async function askService(link: Link, name: HealthRequest, version: string, clock: Clock): Promise<ServiceHealth> {
  const service = name.split('.')[0] ?? name
  try {
    const report: ReplyData<HealthRequest> = await link.request(name, {}, { timeoutMs: answerMs })
    return report
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = isoTime(clock.now())
    return {
      service,
      version,
      status: 'down',
      startedAt: at,
      memoryMb: 0,
      checks: [{ name: 'answers', status: 'down', summary: message, tookMs: null }],
      lastError: { at, message },
    }
  }
}

async function askStores(link: Link): Promise<StoreHealth[]> {
  try {
    return (await link.request('dataservice.stores.check', {}, { timeoutMs: answerMs })).stores
  } catch (error) {
    const summary = error instanceof Error ? error.message : String(error)
    return [
      { store: 'database', description: 'unknown: dataservice does not answer', status: 'down', summary, figures: [] },
    ]
  }
}

function worst(statuses: readonly HealthStatus[]): HealthStatus {
  if (statuses.includes('down')) return 'down'
  return statuses.includes('degraded') ? 'degraded' : 'up'
}

/** Resident memory of this process and of all that it started, in MB; only this process where /proc is not there. */
export async function processTreeMemory(): Promise<number> {
  const own = Math.round(process.memoryUsage.rss() / 1e6)
  try {
    const processes = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(readProcess))
    const children = Map.groupBy(
      processes.filter((each) => each !== null),
      (each) => each.parent,
    )
    const sum = (pid: number): number =>
      (children.get(pid) ?? []).reduce((total, child) => total + child.rssMb + sum(child.pid), 0)
    return Math.round(own + sum(process.pid))
  } catch {
    return own
  }
}

async function readProcess(pid: string): Promise<{ pid: number; parent: number; rssMb: number } | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    return { pid: Number(pid), parent: field('PPid'), rssMb: field('VmRSS') / 1_024 }
  } catch {
    // It ended between the listing and the reading.
    return null
  }
}
