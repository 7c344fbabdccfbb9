import type { RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { createMetrics, createProcessMetrics, type Logger, type Service } from '@tali/runtime'
import { actuator, createHttpServer, type Door } from '@tali/runtime/http'
import type { HouseSettings } from '../settings.ts'
import { version } from '../version.ts'
import { PortTaken } from './port-taken.ts'
import { apiReference } from './api-reference.ts'

const dashboard = fileURLToPath(new URL('../../../dashboard/dist', import.meta.url))

export interface Gateway extends AsyncDisposable {
  readonly address: string
  /** Answers requests that come by another way than the network. */
  readonly answer: RequestListener
}

/** The one HTTP address of the house: the page, the API with its reference, the doors for operators. */
export async function openGateway({
  settings: { http },
  services,
  door,
  log,
}: {
  settings: HouseSettings
  services: readonly Service[]
  door: Door
  log: Logger
}): Promise<Gateway> {
  const metrics = createMetrics('gateway')
  const server = await createHttpServer({ log, metrics, allowedHosts: http.allowedHosts })
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'TALI', version, description: 'The house that can prove it.' } },
    transform: jsonSchemaTransform,
  })
  for (const service of services) await server.register(service.routes)
  const mayRead = async (request: Parameters<Door['identify']>[0]) => (await door.identify(request)) !== null
  await server.register(actuator({ services, metrics: [createProcessMetrics(), metrics], mayRead }))
  await server.register(apiReference)
  await server.register(page)
  const { host, port } = http
  try {
    await server.listen({ host, port })
  } catch (error) {
    await server.close()
    throw PortTaken.from(error, { what: 'the page', port, flag: '--port' })
  }
  return {
    address: `http://localhost:${portOf(server)}`,
    answer: (request, response) => void server.server.emit('request', request, response),
    [Symbol.asyncDispose]: () => server.close(),
  }
}

/**
 * The built page. Its files carry a hash of their content in their names; only the first one may change. It has views with
 * addresses of their own, such as /timeline: a browser that asks for one gets the page, a program that errs gets a 404.
 */
async function page(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: dashboard,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const lasting = path.includes('/assets/')
      void response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
    preCompressed: true,
  })
  server.get('/*', { schema: { hide: true } }, (request, reply) =>
    request.url.startsWith('/api/') || !request.headers.accept?.includes('text/html')
      ? reply.callNotFound()
      : reply.sendFile('index.html'),
  )
}

function portOf(server: FastifyInstance): number {
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the HTTP server has no port')
  return address.port
}
