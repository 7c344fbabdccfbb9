import { hostname } from 'node:os'
import { isIP } from 'node:net'
import { commonErrors } from '../errors.ts'

/**
 * Keeps foreign pages out. A page of another site can make a browser call us in two ways: by our own address (its Origin
 * tells), or by a name of its own that it points at our address, DNS rebinding (the Host tells). SI-22.
 */
export function createGuard(allowedHosts: readonly string[]): (headers: { host?: string; origin?: string }) => void {
  const names = new Set(['localhost', hostname().toLowerCase(), ...allowedHosts.map((host) => host.toLowerCase())])
  const answersTo = (host: string) =>
    isIP(host.replace(/^\[|\]$/g, '')) !== 0 || host.endsWith('.local') || names.has(host)
  return ({ host = '', origin }) => {
    if (!answersTo(hostOf(host)))
      throw commonErrors.error('host_refused', { values: { host: JSON.stringify(host.slice(0, 100)) } })
    // Browsers send an Origin with every request that could change something; other clients send none.
    if (origin !== undefined && originHost(origin) !== host)
      throw commonErrors.error('origin_refused', { values: { origin: JSON.stringify(origin.slice(0, 100)) } })
  }
}

function hostOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '')
}

/** Host and port of an origin as a Host header has them; null for `null` and for what is no origin. */
function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
