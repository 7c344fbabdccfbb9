import { describe, expect, it } from 'vitest'
import { cookieOf, light, Person, useHouse } from '@tali/testing'

const house = useHouse()
const minute = 60_000

describe('a stranger', () => {
  it.each([
    ['GET', '/api/home'],
    ['GET', '/api/me'],
    ['GET', '/api/residents'],
    ['GET', '/api/ledger'],
    ['GET', '/api/household'],
    ['GET', '/api/suggestions'],
    ['GET', '/api/tokens'],
    ['GET', '/api/chat/messages'],
    ['GET', '/api/system'],
    ['GET', '/api/home/file'],
    ['GET', '/api/devices/access'],
    ['POST', '/api/turns'],
    ['POST', '/api/conversation/process'],
    ['POST', '/api/entities/light.kitchen/command'],
    ['POST', '/api/pairing-codes'],
    ['POST', '/api/tokens'],
    ['DELETE', '/api/session'],
  ] as const)('is not let in: %s %s', async (method, url) => {
    const payload = method === 'POST' ? { text: 'hello', action: 'turn_on', name: 'x', choiceId: 'yes' } : undefined
    const answer = await house().stranger.request(method, url, { payload })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'common.unauthenticated', status: 401 })
  })

  it.each(['/api/live', '/api/chat'])('gets no socket: %s', async (path) => {
    const nobody = new Person(house().http, { headers: { cookie: 'tali_session=guessed' } })
    await expect(path === '/api/live' ? nobody.watch() : nobody.openChat()).rejects.toThrow('401')
  })

  it('is not told who lives here by trying names', async () => {
    await house().welcome('Maddie')
    const answer = await house().stranger.post('/api/welcome/resident', { name: 'Maddie', language: 'en' })
    expect(answer.json()).toMatchObject({ code: 'core.welcome_over' })
  })
})

describe('a foreign page', () => {
  it('may not call, though the browser sends the session along (SI-22)', async () => {
    const maddie = await house().welcome('Maddie')
    const answer = await maddie.request('POST', '/api/turns', {
      payload: { text: 'turn on the light' },
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'common.origin_refused' })
  })

  it('may not rebind its name to our address', async () => {
    const maddie = await house().welcome('Maddie')
    const answer = await maddie.request('GET', '/api/home', { headers: { host: 'evil.example' } })
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'common.host_refused' })
  })

  it('gets no socket', async () => {
    const maddie = await house().welcome('Maddie')
    const foreign = new Person(house().http, {
      headers: { ...maddie.credentials.headers, origin: 'https://evil.example' },
    })
    await expect(foreign.watch()).rejects.toThrow('403')
  })
})

describe('a set-up code', () => {
  const spend = (code: string) => house().stranger.post('/api/welcome/code', { code })

  it('lets the first resident in, who administers the house', async () => {
    const maddie = await house().welcome('Maddie')
    const jonas = await house().welcome('Jonas', 'de')
    expect([maddie.resident.role, jonas.resident.role]).toEqual(['admin', 'resident'])
    expect((await maddie.get('/api/me')).json()).toMatchObject({ resident: { name: 'Maddie' }, tone: 'plain' })
  })

  it('is good once', async () => {
    const code = await house().core.makeCode()
    expect((await spend(code)).statusCode).toBe(200)
    expect((await spend(code)).json()).toMatchObject({ code: 'core.code_wrong' })
  })

  it('is good once, even when two try at the same time', async () => {
    const code = await house().core.makeCode()
    const tried = await Promise.all([spend(code), spend(code), spend(code)])
    expect(tried.map((each) => each.statusCode).toSorted((a, b) => a - b)).toEqual([200, 403, 403])
  })

  it('may be typed sloppily', async () => {
    const code = await house().core.makeCode()
    expect((await spend(` ${code.toLowerCase().replace('-', ' ')} `)).statusCode).toBe(200)
  })

  it('is too old after 15 minutes', async () => {
    const code = await house().core.makeCode()
    await house().clock.advance(15 * minute)
    expect((await spend(code)).json()).toMatchObject({ code: 'core.code_wrong' })
  })

  it('cannot be guessed: after five wrong ones the door is closed for a minute, and not for good', async () => {
    const code = await house().core.makeCode()
    for (let n = 0; n < 5; n++) expect((await spend(`AAAA-AAA${n}`)).statusCode).toBe(403)
    expect((await spend(code)).json()).toMatchObject({ status: 429, code: 'core.too_many_tries' })
    await house().clock.advance(minute)
    expect((await spend(code)).statusCode).toBe(200)
  })

  it('cannot be guessed by a crowd at once either', async () => {
    const tried = await Promise.all(Array.from({ length: 30 }, (_, n) => spend(`BBBB-BB${10 + n}`)))
    expect(tried.filter((each) => each.statusCode === 403)).toHaveLength(5)
    expect(tried.filter((each) => each.statusCode === 429)).toHaveLength(25)
  })

  it('gives a pass that is still there when the page is reloaded, until it is used', async () => {
    const welcomed = await spend(await house().core.makeCode())
    const headers = { cookie: cookieOf(welcomed) }
    const reloaded = await house().stranger.request('GET', '/api/welcome', { headers })
    expect(reloaded.json()).toEqual(welcomed.json())
    await house().stranger.request('POST', '/api/welcome/resident', {
      payload: { name: 'Maddie', language: 'en' },
      headers,
    })
    expect((await house().stranger.request('GET', '/api/welcome', { headers })).json()).toMatchObject({
      code: 'core.welcome_over',
    })
    expect((await house().stranger.get('/api/welcome')).statusCode).toBe(403)
  })

  it('gives a pass that becomes one resident, and a taken name does not cost it', async () => {
    await house().welcome('Maddie')
    const welcomed = await spend(await house().core.makeCode())
    const become = (name: string) =>
      house().stranger.request('POST', '/api/welcome/resident', {
        payload: { name, language: 'en' },
        headers: { cookie: cookieOf(welcomed) },
      })
    expect((await become('maddie')).json()).toMatchObject({ code: 'core.name_taken' })
    expect((await become('Jonas')).statusCode).toBe(200)
    expect((await become('Mallory')).json()).toMatchObject({ code: 'core.welcome_over' })
  })
})

describe('a session', () => {
  it('is a cookie that no script reads and no foreign page sends', async () => {
    const welcomed = await house().stranger.post('/api/welcome/code', { code: await house().core.makeCode() })
    expect(welcomed.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict', path: '/' }])
  })

  it('ends with signing out, and its sockets close', async () => {
    const maddie = await house().welcome('Maddie')
    await using live = await maddie.watch()
    await using chat = await maddie.openChat()
    await live.next('home')
    await chat.next('history')
    expect((await maddie.request('DELETE', '/api/session')).statusCode).toBe(204)
    expect([await live.closed(), await chat.closed()]).toEqual([4401, 4401])
    expect((await maddie.get('/api/me')).statusCode).toBe(401)
  })

  it('ends by itself after 90 days', async () => {
    const maddie = await house().welcome('Maddie')
    await house().clock.advance(90 * 24 * 60 * minute)
    expect((await maddie.get('/api/me')).statusCode).toBe(401)
  })
})

describe('a token', () => {
  const withToken = (token: string) => new Person(house().http, { headers: { authorization: `Bearer ${token}` } })

  it('is made, acts for its resident, and is revoked', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    const { token, info } = (await maddie.post('/api/tokens', { name: 'script' })).json()
    const script = withToken(token)
    expect((await script.say('turn on the kitchen light')).text).toBe('The kitchen light is on.')
    expect(lamp.told).toEqual(['ON'])
    expect((await maddie.get('/api/tokens')).json()).toMatchObject([{ name: 'script', lastUsedAt: expect.any(String) }])
    const watching = await script.watch()
    expect((await maddie.request('DELETE', `/api/tokens/${info.id}`)).statusCode).toBe(204)
    expect(await watching.closed()).toBe(4401)
    expect((await script.get('/api/home')).statusCode).toBe(401)
  })

  it('is kept as a hash alone, and so are sessions and codes', async () => {
    const maddie = await house().welcome('Maddie')
    const { token } = (await maddie.post('/api/tokens', { name: 'script' })).json()
    const code = await house().core.makeCode()
    const cookie = maddie.credentials.headers['cookie']?.split('=')[1] ?? 'none'
    await using sql = house().database.connect('core')
    const rows = await sql.query('select * from core.token, core.session, core.pairing_code')
    const kept = JSON.stringify(rows) + rows.map((row) => Object.values(row).map(String).join()).join()
    for (const secret of [token, code, cookie]) expect(kept).not.toContain(secret)
  })

  it('of somebody else cannot be revoked or made', async () => {
    const maddie = await house().welcome('Maddie')
    const jonas = await house().welcome('Jonas')
    const { info } = (await maddie.post('/api/tokens', { name: 'script' })).json()
    expect((await jonas.request('DELETE', `/api/tokens/${info.id}`)).statusCode).toBe(404)
    const forged = await jonas.post('/api/tokens', { name: 'x', residentId: maddie.resident.id })
    expect(forged.statusCode).toBe(403)
  })

  it('is not logged, and neither is what people say (SI-02, SI-24)', async () => {
    const maddie = await house().welcome('Maddie')
    const { token } = (await maddie.post('/api/tokens', { name: 'script' })).json()
    await withToken(token).say('turn on the xylophone canary')
    const logged = JSON.stringify(house().log.lines)
    for (const secret of [token, 'canary']) expect(logged).not.toContain(secret)
  })
})
