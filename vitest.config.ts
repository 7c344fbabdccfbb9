import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,services,apps}/*/{src,test}/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.stack.test.ts'],
    pool: 'forks',
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    restoreMocks: true,
  },
})
