import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPage } from './support/build.ts'
import { launchChromium } from './support/chromium.ts'
import { views, weigh } from './support/weigh.ts'

describe('the weight of the page', () => {
  const stack = new AsyncDisposableStack()
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let root: string
  beforeAll(async () => {
    browser = stack.use(await launchChromium())
    root = stack.use(await buildPage('production')).root
  })
  afterAll(() => stack.disposeAsync())

  it.each(views)('$path at $width px loads with at most $mostKb KB', async ({ path, width, mostKb }) => {
    const { total, files } = await weigh(browser, root, path, width)
    expect(files).toBeGreaterThan(3)
    expect(total).toBeLessThanOrEqual(mostKb * 1_024)
  })
})
