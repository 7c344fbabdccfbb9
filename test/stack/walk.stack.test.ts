import { readdir, readFile } from 'node:fs/promises'
import { get } from 'node:https'
import { get as getPlainly } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStack, type Stack } from './stack.ts'

interface Dashboard {
  title: string
  panels: { title: string; datasource: { uid: string }; targets: { expr: string }[] }[]
}

const folder = new URL('../../grafana/dashboards/', import.meta.url)
const dashboards = await Promise.all(
  (await readdir(folder)).map(async (file): Promise<Dashboard> =>
    JSON.parse(await readFile(new URL(file, folder), 'utf8')),
  ),
)
const queries = dashboards.flatMap(({ title, panels }) =>
  panels.flatMap((panel) =>
    panel.targets.map(({ expr }) => [`${title}: ${panel.title}`, panel.datasource.uid, expr] as const),
  ),
)

let stack: Stack
const minute = 60_000

beforeAll(async () => {
  stack = await startStack()
}, 15 * minute)
afterAll(() => stack?.[Symbol.asyncDispose](), minute)

const say = async (text: string) => {
  const answer = await stack.ask('POST', '/api/turns', { text })
  expect(answer.status).toBe(200)
  return answer.text
}

describe('the page', () => {
  it('comes over TLS, from the house alone (SI-22)', async () => {
    const page = await stack.ask('GET', '/')
    expect(page.status).toBe(200)
    expect(page.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    })
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(page.text) ?? []
    const asset = await stack.ask('GET', script)
    expect(asset.status).toBe(200)
    expect(asset.headers['cache-control']).toContain('immutable')
    expect((await stack.ask('GET', '/assets/none.js')).status).toBe(404)
  })

  it('is refused to who trusts another authority, and not given without TLS (SI-06)', async () => {
    await expect(once(get(stack.address), 'response')).rejects.toMatchObject({
      code: 'SELF_SIGNED_CERT_IN_CHAIN',
    })
    const [response] = await once(getPlainly(stack.address.replace('https', 'http')), 'response')
    expect(response.statusCode).toBe(400)
  })

  it('tells a stranger nothing', async () => {
    for (const path of ['/api/home', '/api/system', '/api/ledger', '/actuator/info', '/api/devices/access'])
      expect([path, (await stack.ask('GET', path)).status]).toEqual([path, 401])
    expect(JSON.parse((await stack.ask('GET', '/actuator/health')).text)).toEqual({ status: 'up' })
  })
})

describe('a resident', () => {
  it('comes in by a code of the machine', async () => {
    const [code] = (await stack.compose('exec', '-T', 'core', 'node', 'service/src/code.ts')).split(' ')
    expect((await stack.ask('POST', '/api/welcome/code', { code })).status).toBe(200)
    const made = await stack.ask('POST', '/api/welcome/resident', { name: 'Ada', language: 'en' })
    expect(made.status).toBe(200)
    expect(made.headers['set-cookie']?.toString()).toMatch(/HttpOnly; Secure; SameSite=Strict/)
  })

  it('says a sentence, and it is done', async () => {
    const did = await say('turn on the kitchen light and tell me how warm it is upstairs')
    expect(did).toContain('"outcome":"confirmed"')
    expect(did).toContain('Bedroom')
  })

  it('asks why, and hears of the own wish', async () => {
    expect(await say('why did the kitchen light go on?')).toMatch(/you|Ada/)
  })

  it('is asked before the garage opens', async () => {
    expect(await say('open the garage door')).toContain('"about":"confirmation"')
  })

  it('has a chat and a live page', async () => {
    expect(await stack.upgrade('/api/chat')).toBe(101)
    expect(await stack.upgrade('/api/live')).toBe(101)
  })

  it('sees that all is well', async () => {
    const { status, services, stores } = JSON.parse((await stack.ask('GET', '/api/system')).text)
    expect(status).toBe('up')
    expect(services.map(({ service }: { service: string }) => service).toSorted()).toEqual([
      'analytics',
      'core',
      'dataservice',
      'messenger',
      'persona',
    ])
    expect(stores.length).toBeGreaterThan(0)
  })
})

describe('a device', () => {
  it('can neither speak nor listen where services talk, as a subscriber sees it (SI-07)', async () => {
    const password = (of: string) => stack.read(`secrets/core/${of}-password`)
    const client = (program: string, user: string, secret: string, rest: string) => {
      const command = `mosquitto_${program} -h localhost -p 8883 --cafile /run/tali/ca.pem -u ${user} -P ${secret} ${rest}`
      return stack.compose('exec', '-T', 'mqtt', 'sh', '-c', command)
    }
    const [device, core] = [await password('devices'), await password('bus')]
    const heard = client('sub', 'core', core, "-t 'tali/forged' -t 'reading/state' -C 1 -W 10")
    const eavesdropped = client('sub', 'devices', device, "-t '#' -W 4 -F %t").catch((error: Error) => error.message)
    // The subscriber may come later than the first of them.
    for (let i = 0; i < 3; i++) {
      await client('pub', 'devices', device, '-q 1 -t tali/forged -m forged')
      await client('pub', 'devices', device, '-q 1 -t reading/state -m ON')
    }
    expect((await heard).trim()).toBe('ON')
    expect(await eavesdropped).not.toMatch(/^tali\//m)
  })
})

describe('Grafana', () => {
  const signedIn = async () => {
    const password = await stack.read('secrets/grafana/admin-password')
    return { authorization: `Basic ${Buffer.from(`admin:${password}`).toString('base64')}` }
  }

  it('asks who is there', async () => {
    expect((await stack.ask('GET', '/grafana/api/datasources')).status).toBe(401)
    expect((await stack.ask('GET', '/grafana/api/datasources', undefined, await signedIn())).status).toBe(200)
  })

  it.each(queries)('shows %s', async (_name, source, expr) => {
    const api = source === 'loki' ? 'loki/api/v1/query_range' : 'api/v1/query'
    const query = encodeURIComponent(expr.replace('$words', ''))
    const path = `/grafana/api/datasources/proxy/uid/${source}/${api}?query=${query}`
    const seriesOf = async () => {
      const { status, text } = await stack.ask('GET', path, undefined, await signedIn())
      expect(status).toBe(200)
      return JSON.parse(text).data.result.length
    }
    // Rates need two looks, 15 s apart.
    await expect.poll(seriesOf, { timeout: 50_000, interval: 1_000 }).toBeGreaterThan(0)
  })
})

describe('a container that is killed', () => {
  const killed = ['persona', 'messenger', 'analytics', 'dataservice', 'core', 'mqtt', 'redis', 'postgres']
  it.each(killed)('%s is back and healthy within 15 s, and knows everything (F-01)', async (service) => {
    const began = performance.now()
    await stack.compose('exec', '-T', service, 'sh', '-c', 'kill -9 -1').catch(() => 'the shell goes with it')
    await expect
      .poll(() => stack.stateOf(service), { timeout: 20_000, interval: 250 })
      .toEqual({ restarts: 1, health: 'healthy' })
    expect(performance.now() - began).toBeLessThan(15_000)
    await expect.poll(async () => (await stack.ask('GET', '/api/me')).status, { timeout: 5_000 }).toBe(200)
  })

  it('leaves a house that obeys', async () => {
    expect(await say('turn on the hallway light')).toContain('"outcome":"confirmed"')
    expect(await say('turn off the hallway light')).toContain('"outcome":"confirmed"')
    expect(await say('why did the hallway light go off?')).toMatch(/you|Ada/)
  })
})
