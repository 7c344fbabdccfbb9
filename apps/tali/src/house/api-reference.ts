import type { FastifyInstance } from 'fastify'

/** The reference page brings its styles with it and starts by a script in the page; everything comes from this house. */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"

/** `/api/openapi.json`, and the same to read at `/api/docs`. */
export async function apiReference(server: FastifyInstance): Promise<void> {
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger())
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/docs')) void reply.header('content-security-policy', contentSecurityPolicy)
  })
  // Loaded here and not at the head: half a second that only those pay who have the page registered.
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  await server.register(scalar, { routePrefix: '/api/docs', configuration: { url: '/api/openapi.json' } })
}
