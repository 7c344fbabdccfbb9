// What a browser with an empty cache fetches of the page until a view stands, over the wire with gzip.
//   node bench/page-weight.ts
import { buildPage } from '../apps/dashboard/test/support/build.ts'
import { launchChromium } from '../apps/dashboard/test/support/chromium.ts'
import { views, weigh } from '../apps/dashboard/test/support/weigh.ts'

await using browser = await launchChromium()
await using built = await buildPage('production')
const kb = (bytes: number): string => (bytes / 1_024).toFixed(1)
const rows: Record<string, Record<string, string | number>> = {}
for (const { path, width, mostKb } of views) {
  const { html, js, css, total, files } = await weigh(browser, built.root, path, width)
  const sizes = { html: kb(html), js: kb(js), css: kb(css), 'KB in all': kb(total), goal: mostKb, files }
  rows[`${path} at ${width} px`] = sizes
}
console.table(rows)
