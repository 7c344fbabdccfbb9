import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stories } from '../src/stories/stories.ts'
import { buildPage } from './support/build.ts'
import { launchChromium } from './support/chromium.ts'
import { Site } from './support/site.ts'

/** German is the longer language and a phone the narrower screen, so all is looked at there; the rest where it differs. */
const looks = {
  'German phone, light': { language: 'de', scheme: 'light', width: 390, height: 844, names: Object.keys(stories) },
  'English desktop, dark': {
    language: 'en',
    scheme: 'dark',
    width: 1280,
    height: 800,
    names: ['chat', 'house', 'house-away', 'area-living', 'timeline', 'system-ailing', 'sheet-light', 'welcome'],
  },
} as const

const stack = new AsyncDisposableStack()
let browser: Browser
let site: Site
beforeAll(async () => {
  browser = stack.use(await launchChromium())
  site = stack.use(await Site.open(stack.use(await buildPage('stories')).root))
})
afterAll(() => stack.disposeAsync())

describe.each(Object.entries(looks))('%s', (_, { language, scheme, width, height, names }) => {
  let page: Page
  const complaints: string[] = []
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  })
  afterAll(() => page.close())

  it.each(names)('%s', async (name) => {
    await page.goto(`${site.url}/stories.html?story=${name}&language=${language}`)
    await page.waitForFunction(standsStill, {
      sheet: Boolean(stories[name]?.sheet),
      away: Boolean(stories[name]?.away),
    })
    expect(await page.evaluate(whatSpillsOver)).toEqual([])
    expect(await faultsForSomeReaders(page)).toEqual([])
    expect(complaints.splice(0)).toEqual([])
  })
})

/** In the page: the view is there, and the sheet over it, and nothing is waited for. */
function standsStill({ sheet, away }: { sheet: boolean; away: boolean }): boolean {
  return (
    document.querySelector('#content') !== null &&
    document.querySelector('.waiting') === null &&
    (!sheet || document.querySelector('dialog[open]') !== null) &&
    (!away || document.documentElement.hasAttribute('data-away'))
  )
}

/** In the page: what is wider than the place it was given, and so is cut or lies over its neighbour. */
function whatSpillsOver(): string[] {
  const spills: string[] = []
  if (document.documentElement.scrollWidth > innerWidth) spills.push('the page itself')
  for (const element of document.querySelectorAll<HTMLElement>('#content *, dialog[open] *, nav *')) {
    const { overflowX } = getComputedStyle(element)
    const scrolls = overflowX === 'auto' || overflowX === 'scroll'
    const speaks = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
    // What is for screen readers alone is cut on purpose, what is inline has no width of its own.
    if (scrolls || !speaks || element.closest('.unseen') || element.clientWidth <= 1) continue
    if (element.scrollWidth > element.clientWidth + 1) spills.push(`${element.tagName}: ${element.textContent}`)
  }
  return spills
}

/** axe-core's findings for WCAG 2.2 AA, contrast among them: rule and place. */
async function faultsForSomeReaders(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await window.axe.run({ runOnly: tags, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  })
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
