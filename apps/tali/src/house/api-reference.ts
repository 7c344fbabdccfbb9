import Fastify, { type FastifyInstance } from 'fastify'

/** The reference page brings its styles with it and starts by a script in the page; everything comes from this house. */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"

/** `/api/openapi.json`, and the same to read at `/api/docs`. */
export async function apiReference(server: FastifyInstance): Promise<void> {
  let viewer: Promise<FastifyInstance> | null = null
  server.addHook('onClose', async () => (await viewer)?.close())
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger())
  for (const path of ['/api/docs', '/api/docs/*'])
    server.get(path, { schema: { hide: true } }, async (request, reply) => {
      viewer ??= openViewer()
      const { statusCode, headers, rawPayload } = await (
        await viewer
      ).inject({ url: request.url, headers: request.headers })
      return reply
        .code(statusCode)
        .headers({ ...headers, 'content-security-policy': contentSecurityPolicy })
        .send(rawPayload)
    })
}

/** Nothing in it may ask a server elsewhere: no fonts, no counting, no offers of the viewer's maker. */
const configuration = {
  url: '/api/openapi.json',
  favicon: '/icon.svg',
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
} as const

/** The viewer takes 20 MB of memory: a server of its own, made when somebody reads the reference for the first time. */
async function openViewer(): Promise<FastifyInstance> {
  const viewer = Fastify()
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  await viewer.register(scalar, { routePrefix: '/api/docs', configuration })
  return viewer
}
