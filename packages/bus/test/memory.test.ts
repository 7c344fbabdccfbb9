import { busContract } from '../src/contract.ts'
import { createMemoryBus } from '../src/memory.ts'

busContract('the memory bus', async () => {
  const errors: unknown[] = []
  const bus = createMemoryBus({ onError: (error) => errors.push(error) })
  return { open: async () => bus, topic: 'test', errors }
})
