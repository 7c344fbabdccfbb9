import { defineConfig } from 'vitest/config'

/** Against real servers in containers: `npm run test:stack`. One file after the other, since each has its own servers. */
export default defineConfig({
  test: {
    include: ['{packages,services,apps}/*/{src,test}/**/*.stack.test.ts', 'test/**/*.stack.test.ts'],
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    restoreMocks: true,
  },
})
