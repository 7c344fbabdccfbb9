import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { Site } from './site.ts'

export interface Weight {
  /** Bytes after gzip at its usual level, by the files' kind. */
  html: number
  js: number
  css: number
  total: number
  files: number
}

/**
 * What a first load may weigh, in KB: HTML, scripts, styles and fonts, before charts. Each view alone, and the house with
 * the chat beside it, which are two.
 */
export const views = [
  ...['/welcome', '/', '/house', '/timeline', '/system'].map((path) => ({ path, width: 390, mostKb: 60 })),
  { path: '/house', width: 1280, mostKb: 68 },
]

/** The other views are fetched this long after sign-in; what began before is the first load. See `shell.tsx`. */
const prepareAfterMs = 1_500

/** What a browser with an empty cache fetches to show one address, as it comes over the wire with gzip. */
export async function weigh(browser: Browser, root: string, path: string, width: number): Promise<Weight> {
  await using site = await Site.open(root, { signedIn: path !== '/welcome', fresh: path === '/welcome' })
  await using context = await browser.newContext({ serviceWorkers: 'block', viewport: { width, height: 844 } })
  const page = await context.newPage()
  await page.goto(site.url + path)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  const fetched = await page.evaluate((afterMs) => {
    const entries = performance.getEntriesByType('resource').filter((one) => one instanceof PerformanceResourceTiming)
    const signedIn = entries.find((one) => new URL(one.name).pathname === '/api/me')?.responseEnd ?? 0
    return entries.filter((one) => one.startTime < signedIn + afterMs).map((one) => new URL(one.name).pathname)
  }, prepareAfterMs)
  const bytes = async (file: string): Promise<number> => gzipSync(await readFile(join(root, file))).length
  const sum = async (end: string): Promise<number> => {
    const sizes = await Promise.all(files.filter((file) => file.endsWith(end)).map(bytes))
    return sizes.reduce((all, one) => all + one, 0)
  }
  const files = [...new Set(fetched)].filter((file) => file.startsWith('/assets/'))
  const [html, js, css, rest] = await Promise.all([bytes('index.html'), sum('.js'), sum('.css'), sum('.woff2')])
  return { html, js, css, total: html + js + css + rest, files: files.length + 1 }
}
