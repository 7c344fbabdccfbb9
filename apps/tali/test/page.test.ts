import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../dashboard/test/support/chromium.ts'
import { TaliProcess, temporaryFolder } from './tali-process.ts'

type Browser = Awaited<ReturnType<typeof launchChromium>>
type Page = Awaited<ReturnType<Browser['newPage']>>

const walkMs = 60_000

/** What a person reads and types on the way, and the browser they do it with. */
const walks = {
  'in English on a desktop': {
    browser: { locale: 'en-GB', viewport: { width: 1280, height: 800 } },
    house: 'en',
    welcome: 'Welcome to TALI',
    code: 'Code',
    name: 'Your name',
    rooms: 'Are these your rooms?',
    toTheHouse: 'Go to the house',
    views: { chat: 'Chat', house: 'House', timeline: 'Timeline', system: 'System' },
    kitchen: /^Kitchen/,
    lamp: 'Kitchen light',
    message: 'Message to TALI',
    wish: 'turn on the kitchen light and tell me how warm it is upstairs',
    done: 'The kitchen light is on.',
    warmth: /upstairs.* on average/i,
    why: 'why did the kitchen light go on?',
    because: /The kitchen light went on at .* because Maddie asked for it by chat/,
    happened: 'Kitchen light went on',
    cause: 'Maddie, by chat',
    well: 'All is well.',
  },
  'in German on a phone': {
    browser: { locale: 'de-DE', viewport: { width: 390, height: 844 }, hasTouch: true },
    house: 'de',
    welcome: 'Willkommen bei TALI',
    code: 'Code',
    name: 'Dein Name',
    rooms: 'Sind das deine Räume?',
    toTheHouse: 'Zum Haus',
    views: { chat: 'Chat', house: 'Haus', timeline: 'Verlauf', system: 'System' },
    kitchen: /^Küche/,
    lamp: 'Küchenlicht',
    message: 'Nachricht an TALI',
    wish: 'mach das Küchenlicht an und sag mir wie warm es oben ist',
    done: 'Das Küchenlicht ist an.',
    warmth: /oben.*im Schnitt/i,
    why: 'warum ist das Küchenlicht angegangen?',
    because: /Das Küchenlicht ging um .* an, weil Maddie per Chat darum gebeten hat/,
    happened: 'Küchenlicht ging an',
    cause: 'Maddie, per Chat',
    well: 'Alles in Ordnung.',
  },
} satisfies Record<string, { browser: Parameters<Browser['newContext']>[0]; [words: string]: unknown }>

describe('the page of the real house', { timeout: walkMs }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(Object.entries(walks))('answers, shows, explains and remembers, %s', async (_, words) => {
    await using folder = await temporaryFolder()
    await using house = await TaliProcess.start(folder.path, ['--demo', '--language', words.house])
    await using context = await browser.newContext({ ...words.browser, serviceWorkers: 'block' })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))

    await page.goto(house.address)
    await page.getByRole('heading', { name: words.welcome }).waitFor()
    await page.getByRole('textbox', { name: words.code }).fill(house.code)
    await page.keyboard.press('Enter')
    const name = page.getByRole('textbox', { name: words.name })
    await name.waitFor()
    // The code is spent by now; its pass outlives a reload.
    await page.reload()
    await name.fill('Maddie')
    await name.press('Enter')
    await page.getByRole('heading', { name: words.rooms }).waitFor()
    await page.getByRole('button', { name: words.toTheHouse }).click()
    await page.getByRole('link', { name: words.kitchen }).waitFor()

    await open(page, words.views.chat)
    await say(page, words.message, words.wish)
    const log = page.getByRole('log')
    await log.getByText(words.done).waitFor()
    await log.getByText(words.warmth).waitFor()

    await open(page, words.views.house)
    await page.getByRole('link', { name: words.kitchen }).click()
    const lamp = page.getByRole('main').getByRole('article').filter({ hasText: words.lamp })
    await lamp.getByRole('switch', { checked: true }).waitFor()

    await open(page, words.views.chat)
    await say(page, words.message, words.why)
    await log.getByText(words.because).waitFor()

    await open(page, words.views.timeline)
    await page.getByRole('listitem').filter({ hasText: words.happened }).filter({ hasText: words.cause }).waitFor()

    await open(page, words.views.chat)
    await page.reload()
    await log.getByText(words.wish, { exact: true }).waitFor()
    await log.getByText(words.because).waitFor()

    await open(page, words.views.system)
    await page.getByRole('main').getByText(words.well, { exact: true }).waitFor()
    // A stranger's page asks who it is, and is told: nobody yet.
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([])
  })
})

async function open(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: view }).click()
  await page.getByRole('heading', { level: 1, name: view }).waitFor({ state: 'attached' })
}

async function say(page: Page, field: string, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: field })
  await box.fill(text)
  await box.press('Enter')
}
