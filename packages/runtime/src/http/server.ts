import cookie from '@fastify/cookie'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { CatalogueError, commonErrors, toProblem } from '../errors.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { tracer } from '../trace.ts'
import { createGuard } from './guard.ts'

export interface HttpServerOptions {
  log: Logger
  metrics: Metrics
  /** Names the house answers to, besides IP addresses, localhost, `*.local` and the machine's own. */
  allowedHosts: readonly string[]
  /** Default 256 KiB. */
  bodyLimitBytes?: number
  /** PEM. With it the server speaks TLS and nothing else. */
  tls?: { certificate: string; key: string }
}

/**
 * An HTTP server as all of TALI's are: bodies checked by zod, failures as problem+json, a trace around every request,
 * rate, errors and duration of every route, foreign pages kept out. The caller listens and closes.
 */
export async function createHttpServer({
  log,
  metrics,
  allowedHosts,
  bodyLimitBytes = 262_144,
  tls,
}: HttpServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: 30_000,
    https: tls ? { cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' } : null,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  const guard = createGuard(allowedHosts)
  const observe = metrics.histogram('tali_http_request_seconds', 'Time to answer an HTTP request', [
    'method',
    'route',
    'status',
  ])

  server.addHook('onRequest', (request, reply, done) => {
    tracer.run(header(request.headers['traceparent']), () => {
      void reply.headers(securityHeaders)
      try {
        guard({ host: request.headers.host, origin: header(request.headers.origin) })
        done()
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)))
      }
    })
  })
  server.addHook('onResponse', async (request, reply) => {
    observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    )
  })
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = toProblem(translate(error, bodyLimitBytes))
    if (problem.status >= 500)
      log.error({ error, method: request.method, route: request.routeOptions.url }, 'a request failed')
    return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
  })
  server.setNotFoundHandler(async (request, reply) => {
    const problem = toProblem(
      commonErrors.error('not_found', { values: { path: JSON.stringify(request.url.slice(0, 200)) } }),
    )
    return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
  })
  await server.register(cookie)
  await server.register(websocket, { options: { maxPayload: 65_536, perMessageDeflate: false } })
  return server
}

/** The page is served from here alone, runs no inline script, and is shown in nobody's frame. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Fastify's own failures, in the words of the common catalogue. */
function translate(error: FastifyError, limit: number): unknown {
  if (error instanceof CatalogueError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      where: `${error.validationContext ?? 'body'}${issue.instancePath}`,
      what: issue.message ?? 'is not valid',
    }))
    const summary = errors.map(({ where, what }) => `${where} ${what}`).join('; ')
    return commonErrors.error('body_invalid', { values: { summary }, errors, cause: error })
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return commonErrors.error('too_large', { values: { limit }, cause: error })
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return commonErrors.error('not_supported', { cause: error })
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return commonErrors.error('body_invalid', { values: { summary: error.message }, cause: error })
  return error
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
