import { createMemoryBus } from '@tali/bus/memory'
import { expect, it } from 'vitest'
import { Link, RequestRefused } from './link.ts'

it('carries a refusal to the asker, as the problem it is', async () => {
  await using bus = createMemoryBus({ onError: (error) => expect.unreachable(String(error)) })
  const link = new Link({
    bus,
    service: 'persona',
    tracer: { traceparent: () => undefined, run: (_, work) => work() },
    problemOf: () => problem,
    now: () => 0,
  })
  await link.respond('persona.overlay.get', () => Promise.reject(new Error('nobody by that name')))
  const refused = link.request('persona.overlay.get', { residentId: 'nobody' })
  await expect(refused).rejects.toBeInstanceOf(RequestRefused)
  await expect(refused).rejects.toMatchObject({ problem })
})

const problem = {
  type: 'urn:tali:problem:persona.unknown',
  title: 'Unknown',
  status: 404,
  detail: 'Nobody is called that.',
  code: 'persona.unknown',
}
