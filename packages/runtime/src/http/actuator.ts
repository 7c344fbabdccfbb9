import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { healthStatusSchema, serviceHealthSchema } from '@tali/contracts'
import { commonErrors } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { Service } from '../service.ts'

export interface ActuatorOptions {
  services: readonly Service[]
  /** Figures beside those of the services: of the process, and of its HTTP server. */
  metrics: readonly Metrics[]
  /** Who may read more than up or down. */
  mayRead: (request: FastifyRequest) => Promise<boolean>
}

const bareHealthSchema = z.object({ status: healthStatusSchema, components: z.array(serviceHealthSchema).optional() })

/**
 * The doors that operators know from Spring's actuator: health (work done, not a socket open), liveness, readiness, info,
 * and Prometheus' metrics. Anybody may ask whether all is well; the rest is for those who may read it.
 */
export function actuator({ services, metrics, mayRead }: ActuatorOptions): FastifyPluginAsyncZod {
  const require = async (request: FastifyRequest) => {
    if (!(await mayRead(request))) throw commonErrors.error('unauthenticated')
  }
  return async (server) => {
    server.get(
      '/actuator/health',
      {
        schema: {
          summary: 'Is all well?',
          response: { 200: bareHealthSchema, 503: bareHealthSchema },
          tags: ['operation'],
        },
      },
      async (request, reply) => {
        const components = await Promise.all(services.map((service) => service.health()))
        const status = components.some((each) => each.status === 'down')
          ? 'down'
          : components.some((each) => each.status === 'degraded')
            ? 'degraded'
            : 'up'
        const detail = (await mayRead(request)) ? { components } : {}
        return reply.code(status === 'down' ? 503 : 200).send({ status, ...detail })
      },
    )
    server.get(
      '/actuator/health/liveness',
      { schema: { summary: 'Does the process answer?', tags: ['operation'] } },
      async () => ({ status: 'up' }),
    )
    server.get(
      '/actuator/health/readiness',
      {
        schema: {
          summary: 'Can it work?',
          response: { 200: bareHealthSchema, 503: bareHealthSchema },
          tags: ['operation'],
        },
      },
      async (_request, reply) => {
        const components = await Promise.all(services.map((service) => service.health()))
        const ready = components.every((each) => each.status !== 'down')
        return reply.code(ready ? 200 : 503).send({ status: ready ? 'up' : 'down' })
      },
    )
    server.get('/actuator/info', { schema: { summary: 'Versions', tags: ['operation'] } }, async (request) => {
      await require(request)
      return { node: process.version, services: services.map(({ name, version }) => ({ name, version })) }
    })
    server.get(
      '/metrics',
      { schema: { summary: "Figures in Prometheus' format", tags: ['operation'] } },
      async (request, reply) => {
        await require(request)
        const texts = await Promise.all(
          [...metrics, ...services.map((service) => service.metrics)].map((each) => each.text()),
        )
        return reply.type('text/plain; version=0.0.4; charset=utf-8').send(mergeExpositions(texts))
      },
    )
  }
}

/** Prometheus wants each family's HELP and TYPE once, though every service counts its own. */
function mergeExpositions(texts: readonly string[]): string {
  const families = new Map<string, string[]>()
  for (const text of texts) {
    let current: string[] = []
    for (const line of text.split('\n')) {
      const name = /^# HELP (\S+)/.exec(line)?.[1]
      if (name) {
        const known = families.get(name)
        current = known ?? [line]
        if (!known) families.set(name, current)
      } else if (line.startsWith('# TYPE')) {
        if (!current.includes(line)) current.push(line)
      } else if (line) current.push(line)
    }
  }
  return `${[...families.values()].flat().join('\n')}\n`
}
