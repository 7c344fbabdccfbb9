import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { catalogue } from '../src/errors.ts'
import { createHttpServer } from '../src/http/server.ts'
import { createLogger } from '../src/log.ts'
import { createMetrics, type Metrics } from '../src/metrics.ts'
import { currentTraceId } from '../src/trace.ts'

const errors = catalogue('shop', { sold_out: { status: 409, title: 'Sold out', detail: 'There is no {thing} left.' } })

describe('the HTTP server', () => {
  let server: FastifyInstance
  let metrics: Metrics
  const start = async () => {
    metrics = createMetrics('test')
    server = await createHttpServer({
      log: createLogger({ service: 'test', version: '0', level: 'silent' }),
      metrics,
      allowedHosts: ['house.lan'],
    })
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.post(
      '/things',
      { schema: { body: z.object({ name: z.string().min(1), count: z.number() }) } },
      async (request) => request.body,
    )
    typed.get('/trace', async () => ({ traceId: currentTraceId() }))
    typed.get('/sold-out', async () => {
      throw errors.error('sold_out', { values: { thing: 'milk' }, cause: new Error('the password is 1234') })
    })
    typed.get('/broken', async () => {
      throw new Error('the password is 1234')
    })
    return server
  }
  afterEach(() => server.close())

  it('answers a known failure from its catalogue', async () => {
    const reply = await (await start()).inject('/sold-out')
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.json()).toMatchObject({
      status: 409,
      code: 'shop.sold_out',
      detail: 'There is no milk left.',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  it('tells nothing of an unknown failure', async () => {
    const reply = await (await start()).inject('/broken')
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('1234')
  })

  it('says what is wrong with a body, and where', async () => {
    const reply = await (await start()).inject({ method: 'POST', url: '/things', payload: { name: '', count: 'two' } })
    expect(reply.statusCode).toBe(400)
    expect(reply.json<{ errors: { where: string }[] }>().errors.map((each) => each.where)).toEqual([
      'body/name',
      'body/count',
    ])
  })

  it.each([
    ['broken JSON', '{"name":', 'application/json', 400],
    ['no JSON', 'name=x', 'application/x-www-form-urlencoded', 415],
    ['300 kB', JSON.stringify({ name: 'x'.repeat(300_000), count: 1 }), 'application/json', 413],
    ['a prototype', '{"__proto__": {"admin": true}, "name": "x", "count": 1}', 'application/json', 400],
  ])('refuses %s in plain words', async (_, payload, type, status) => {
    const reply = await (
      await start()
    ).inject({ method: 'POST', url: '/things', payload, headers: { 'content-type': type } })
    expect(reply.statusCode).toBe(status)
    expect(reply.json<{ detail: string }>().detail).toMatch(/\w/)
  })

  it.each([
    ['192.168.1.20:8484', undefined, 200],
    ['[fd00::1]:8484', undefined, 200],
    ['tali.local', undefined, 200],
    ['HOUSE.lan:8484', undefined, 200],
    ['evil.example', undefined, 403],
    ['192.168.1.20.evil.example', undefined, 403],
    ['localhost:8484', 'http://localhost:8484', 200],
    ['localhost:8484', 'http://localhost:9999', 403],
    ['localhost:8484', 'https://evil.example', 403],
    ['localhost:8484', 'null', 403],
  ])('host %s with origin %s: %i', async (host, origin, status) => {
    const reply = await (await start()).inject({ url: '/trace', headers: { host, ...(origin && { origin }) } })
    expect(reply.statusCode).toBe(status)
  })

  it('goes on with a trace, and begins a new one where it is malformed', async () => {
    await start()
    const given = await server.inject({
      url: '/trace',
      headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
    })
    expect(given.json()).toEqual({ traceId: '0af7651916cd43dd8448eb211c80319c' })
    const malformed = await server.inject({
      url: '/trace',
      headers: { traceparent: '00-00000000000000000000000000000000-b7ad6b7169203331-01' },
    })
    expect(malformed.json<{ traceId: string }>().traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/)
  })

  it('forbids frames, inline scripts and other sites in every answer', async () => {
    const { headers } = await (await start()).inject('/nothing-here')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['x-frame-options']).toBe('DENY')
  })

  it('counts each route', async () => {
    await (await start()).inject('/trace')
    expect(await metrics.text()).toMatch(
      /tali_http_request_seconds_count\{service="test",method="GET",route="\/trace",status="200"\} 1/,
    )
  })

  it('survives what is not HTTP', async () => {
    await start()
    await server.listen({ port: 0, host: '127.0.0.1' })
    const socket = connect(Number(new URL(server.listeningOrigin).port), '127.0.0.1')
    socket.end('\x16\x03\x01 this is no HTTP\r\n\r\n')
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400/)
    expect((await server.inject('/trace')).statusCode).toBe(200)
  })
})
