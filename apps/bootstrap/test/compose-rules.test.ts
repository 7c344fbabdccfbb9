import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { consumers } from '../src/stack.ts'

// The rules that docker-compose.yml keeps, and who may leave one out, with the reason.
const oneShots = ['bootstrap', 'structure']
const exceptions: Record<string, Record<string, string>> = {
  restart: { bootstrap: 'runs once', structure: 'runs once' },
  healthcheck: { bootstrap: 'runs once', structure: 'runs once', otel: 'its image has nothing that could check it' },
  stop_grace_period: { bootstrap: 'runs once', structure: 'runs once' },
  user: { bootstrap: 'gives files to the users of the others' },
  cap_add: {
    bootstrap: 'gives files to the users of the others',
    edge: 'the program has a file capability, and cannot be started where that is not granted',
  },
  ports: { edge: 'the page', mqtt: 'devices', otel: 'Docker sends the logs, over the loopback address' },
}

const serviceSchema = z.looseObject({
  image: z.string(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  init: z.boolean().optional(),
  privileged: z.boolean().optional(),
  network_mode: z.string().optional(),
  cap_drop: z.array(z.string()).optional(),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  restart: z.string().optional(),
  mem_limit: z.string().optional(),
  memswap_limit: z.string().optional(),
  pids_limit: z.number().optional(),
  cpus: z.number().optional(),
  stop_grace_period: z.string().optional(),
  logging: z.object({ driver: z.string(), options: z.record(z.string(), z.string()) }).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  environment: z.record(z.string(), z.unknown()).default({}),
  command: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.unknown()).transform(Object.keys)]).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
})
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
})

const text = await readFile(new URL('../../../docker-compose.yml', import.meta.url), 'utf8')
const compose = composeSchema.parse(parse(text, { merge: true }))
const services = Object.entries(compose.services)

describe.each(services)('%s', (name, service) => {
  const excepted = (rule: string) => exceptions[rule]?.[name] !== undefined

  it('runs as nobody special, on a read-only root, without capabilities (SI-05)', () => {
    if (!excepted('user')) expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(service).toMatchObject({ read_only: true, init: true, cap_drop: ['ALL'] })
    expect(service.security_opt).toContain('no-new-privileges:true')
    if (!excepted('cap_add')) expect(service.cap_add).toBeUndefined()
    expect(service.privileged).toBeUndefined()
    expect([undefined, 'none']).toContain(service.network_mode)
    expect(JSON.stringify(service)).not.toContain('docker.sock')
  })

  it('has limits, a health check, bounded logs and comes back', () => {
    expect(service.mem_limit).toBeDefined()
    expect(service.memswap_limit).toBe(service.mem_limit)
    expect(service.pids_limit).toBeGreaterThan(0)
    expect(service.cpus).toBeGreaterThan(0)
    // Written to no disk without a bound, and nobody waits for the collector.
    expect(service.logging?.options).toMatchObject({ 'cache-max-size': '10m', 'fluentd-async': 'true' })
    expect(service.restart).toBe(excepted('restart') ? 'no' : 'unless-stopped')
    if (!excepted('healthcheck')) expect(service.healthcheck).toBeDefined()
    if (!excepted('stop_grace_period')) expect(service.stop_grace_period).toBeDefined()
  })

  it('is an image of a certain version', () => {
    expect(service.image).toMatch(/:[^:]*\d/)
    expect(service.image).not.toMatch(/:latest/)
  })

  it("gets secrets as files of its own, and nobody else's (SI-02, SI-03)", () => {
    for (const [variable, value] of Object.entries(service.environment))
      if (/PASSWORD|SECRET|TOKEN|KEY|URL/.test(variable) && !variable.endsWith('_FILE'))
        expect([variable, value]).toEqual([variable, expect.stringMatching(/^\w+:\/\/[^@]*$/)])
    const folders = service.volumes.flatMap((volume) => /\/secrets\/([^:]+):(.+)$/.exec(volume)?.slice(1) ?? [])
    const consumes = consumers.some((consumer) => consumer.name === name)
    expect(folders).toEqual(consumes ? [name, '/run/tali:ro'] : [])
  })

  it('opens no port that is not meant for the home (SI-04)', () => {
    expect(service.ports).toHaveLength(excepted('ports') ? 1 : 0)
    const address = name === 'otel' ? /^127\.0\.0\.1:/ : /^\$\{TALI_BIND:-/
    for (const port of service.ports) expect(port).toMatch(address)
    const outside = service.networks.filter((network) => !compose.networks[network]?.internal)
    expect(outside.length).toBe(excepted('ports') ? 1 : 0)
  })
})

it('everything that runs once is waited for by something that stays', () => {
  for (const name of oneShots) {
    const waiting = services.filter(
      ([, { depends_on }]) => depends_on[name]?.condition === 'service_completed_successfully',
    )
    expect(waiting.some(([each]) => !oneShots.includes(each))).toBe(true)
  }
})

it('every consumer of secrets is a container', () => {
  expect(consumers.map(({ name }) => name).filter((name) => compose.services[name] === undefined)).toEqual([])
})
