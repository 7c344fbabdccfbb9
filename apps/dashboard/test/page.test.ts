import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storyNow } from '../src/stories/story-home.ts'
import type { StoryOptions } from '../src/stories/story-server.ts'
import { buildPage } from './support/build.ts'
import { launchChromium } from './support/chromium.ts'
import { Site } from './support/site.ts'

const stack = new AsyncDisposableStack()
let browser: Browser
let root: string
beforeAll(async () => {
  browser = stack.use(await launchChromium())
  root = stack.use(await buildPage('production')).root
})
afterAll(() => stack.disposeAsync())

/** Plays on a page of its own, with a server of its own. What the browser complains about fails the test. */
async function visit(
  path: string,
  play: (page: Page, site: Site) => Promise<void>,
  options: Partial<StoryOptions> & { signedIn?: boolean; complaints?: RegExp } = {},
): Promise<void> {
  await using site = await Site.open(root, { now: () => storyNow, ...options })
  await using context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(site.url + path)
  await play(page, site)
  expect(complaints.filter((complaint) => !options.complaints?.test(complaint))).toEqual([])
}

describe('Welcome', () => {
  it('leads from the set-up code over name and rooms into the house', async () => {
    await visit(
      '/',
      async (page, site) => {
        await page.getByRole('heading', { name: 'Welcome to TALI' }).waitFor()
        const code = page.getByRole('textbox', { name: 'Code' })
        expect(await code.evaluate((field) => field === document.activeElement)).toBe(true)
        await code.fill('home-0000')
        await code.press('Enter')
        await page.getByText('This code is unknown or was used already.').waitFor()
        await code.fill('home-1234')
        await code.press('Enter')

        const name = page.getByRole('textbox', { name: 'Your name' })
        await name.waitFor()
        expect(await name.evaluate((field) => field === document.activeElement)).toBe(true)
        await name.fill('Frida')
        await name.press('Enter')

        await page.getByRole('heading', { name: 'Are these your rooms?' }).waitFor()
        const kitchen = page.getByRole('textbox', { name: 'Name of Kitchen' })
        await kitchen.fill('Cookhouse')
        await kitchen.blur()
        await page.getByText('Saved').waitFor()
        await page.getByRole('button', { name: 'Go to the house' }).click()
        await page.getByRole('link', { name: /^Cookhouse/ }).waitFor()
        expect(site.story.home.areas.map((area) => area.name)).toContain('Cookhouse')
        expect(new URL(page.url()).pathname).toBe('/house')
      },
      { signedIn: false, fresh: true, complaints: /40[13]/ },
    )
  })

  it('comes back when the session ends somewhere else', async () => {
    await visit(
      '/house',
      async (page, site) => {
        await page.getByRole('heading', { name: 'House' }).waitFor()
        site.endSession()
        await page.getByRole('heading', { name: 'Good to see you' }).waitFor()
      },
      { complaints: /401|WebSocket/ },
    )
  })
})

describe('Chat', () => {
  it('asks back with buttons, does what was chosen, and tells how it ended', async () => {
    await visit('/', async (page, site) => {
      const letIt = holdCommands(site)
      const log = page.getByRole('log')
      await log.getByText('Which lamp do you mean?').waitFor()
      await log.getByRole('button', { name: 'Bedside lamp' }).click()
      await page.getByRole('button', { name: 'Stop waiting' }).waitFor()
      letIt()
      await log.getByText('Bedside lamp: done.').waitFor()
      await log.getByText('Confirmed · 0.1 s').last().waitFor()
      expect(site.story.sent).toEqual([{ entityId: 'light.bed', action: 'turn_on', parameters: {} }])
      expect(await log.getByRole('button', { name: 'Sofa lamp Living room' }).isDisabled()).toBe(true)
      expect(await log.getAttribute('aria-live')).toBe('polite')
    })
  })

  it('keeps the conversation over a reload, and says when a device did not answer', async () => {
    await visit('/', async (page) => {
      const field = page.getByRole('textbox', { name: 'Message to TALI' })
      await field.fill('turn on the Garage light')
      await field.press('Enter')
      await page.getByText('Garage light has not answered.').waitFor()
      await page.reload()
      await page.getByText('turn on the Garage light', { exact: true }).waitFor()
      await page.getByText('Garage light has not answered.').waitFor()
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBeGreaterThan(0)
    })
  })
})

describe('House', () => {
  it('switches a lamp: sent at once, confirmed when the lamp says so', async () => {
    await visit('/house/bedroom', async (page, site) => {
      const letIt = holdCommands(site)
      const lamp = page.getByRole('article').filter({ hasText: 'Bedside lamp' })
      const toggle = lamp.getByRole('switch')
      await toggle.click()
      await lamp.getByText('Sent', { exact: true }).waitFor()
      expect(await toggle.getAttribute('aria-checked')).toBe('true')
      letIt()
      await lamp.getByText('Confirmed').waitFor()
      expect(site.story.sent).toEqual([{ entityId: 'light.bed', action: 'turn_on', parameters: {} }])
    })
  })

  it('has a lock held and confirmed before it opens, by keyboard too', async () => {
    await visit('/house/hall', async (page, site) => {
      const hold = page.getByRole('button', { name: 'Hold to unlock' })
      await hold.focus()
      await page.keyboard.down('Enter')
      await page.getByText('Really unlock Front door?').waitFor()
      await page.keyboard.up('Enter')
      expect(site.story.sent).toEqual([])
      await page.getByRole('button', { name: 'Yes' }).click()
      await page.getByRole('button', { name: 'Lock', exact: true }).waitFor()
      expect(site.story.sent).toEqual([{ entityId: 'lock.front', action: 'unlock', parameters: {} }])
    })
  })

  it('shows what happens elsewhere without being asked', async () => {
    await visit('/house', async (page, site) => {
      await page.getByText('All locked').waitFor()
      site.story.report('lock.front', { value: 'unlocked' })
      await page.getByText('1 lock open').waitFor()
    })
  })

  it('has a control for each kind of thing', async () => {
    await visit('/house/living', async (page) => {
      const tile = (name: string) => page.getByRole('article').filter({ hasText: name })
      await tile('Sofa lamp').getByRole('slider', { name: 'Brightness, Sofa lamp' }).waitFor()
      await tile('Heating').getByRole('button', { name: 'Warmer, Heating' }).waitFor()
      await tile('Garden door blind').getByRole('button', { name: 'Stop, Garden door blind' }).waitFor()
      await tile('Speaker').getByRole('slider', { name: 'Volume, Speaker' }).waitFor()
      await tile('Rosie').getByRole('button', { name: 'Start' }).waitFor()
      await page.getByRole('button', { name: /^Temperature.*21.4/ }).waitFor()
      await page.getByRole('button', { name: 'Colour, Shelf strip' }).click()
      await page.getByRole('dialog').getByRole('slider', { name: 'Colour wheel' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    })
  })
})

describe('Timeline', () => {
  it('is filtered in its address, tells why, and grows as things happen', async () => {
    await visit('/timeline', async (page, site) => {
      const rows = page.getByRole('list', { name: 'What happened' })
      await rows.getByText('The front door was locked.').first().waitFor()
      await page.getByRole('combobox', { name: 'All areas' }).selectOption('kitchen')
      await rows.getByText('The front door was locked.').first().waitFor({ state: 'detached' })
      expect(new URL(page.url()).search).toBe('?area=kitchen')

      await rows
        .getByRole('button', { name: /The kitchen lamp went on/ })
        .first()
        .click()
      const chain = page.getByRole('list', { name: 'How it came about, newest first' })
      await chain.getByText(/Maddie said/).waitFor()
      expect(await chain.getByRole('listitem').count()).toBe(2)

      site.story.note('The worktop light went on.')
      await rows.getByText('The worktop light went on.').waitFor()
    })
  })
})

describe('System', () => {
  it('says in one sentence that all is well, and shows each part', async () => {
    await visit('/system', async (page) => {
      await page.getByText('All is well.').waitFor()
      await page.getByRole('button', { name: /^Database/ }).click()
      await page.getByText('A line was written and read in 2 ms.').waitFor()
    })
  })

  it('says what ails, and its last error', async () => {
    await visit(
      '/system',
      async (page) => {
        await page.getByText('Mostly well. Look at Data service.').waitFor()
        await page.getByRole('button', { name: /^Data service/ }).click()
        await page.getByText('The database did not answer within 5 s.').waitFor()
      },
      { ailing: true },
    )
  })
})

describe('the page', () => {
  it('shows the last state and its age while TALI is away, and comes back by itself', async () => {
    await visit(
      '/house/bedroom',
      async (page, site) => {
        const toggle = page.getByRole('article').filter({ hasText: 'Bedside lamp' }).getByRole('switch')
        await toggle.waitFor()
        await site.stop()
        const strip = page.getByText('No connection to TALI.')
        await strip.waitFor()
        expect(await toggle.isDisabled()).toBe(true)
        await site.start()
        await page.getByRole('button', { name: 'Reconnect' }).click()
        await strip.waitFor({ state: 'detached' })
        await toggle.click()
        await page.getByText('Confirmed').waitFor()
      },
      { complaints: /WebSocket|ERR_CONNECTION/ },
    )
  })

  it('speaks German', async () => {
    await visit(
      '/house',
      async (page) => {
        await page.getByRole('heading', { name: 'Haus', exact: true }).waitFor()
        await page.getByText('1 Fenster offen').waitFor()
        expect(await page.locator('html').getAttribute('lang')).toBe('de')
        await page.getByRole('link', { name: 'Verlauf' }).click()
        await page.getByText('Die Haustür wurde abgeschlossen.').first().waitFor()
        await page.getByRole('link', { name: 'Chat' }).click()
        await page.getByRole('textbox', { name: 'Nachricht an TALI' }).fill('mach die Sofalampe aus')
        await page.keyboard.press('Enter')
        await page.getByText('Sofalampe: erledigt.').waitFor()
      },
      { language: 'de' },
    )
  })

  it('is walked through by keyboard alone', async () => {
    await visit('/house', async (page) => {
      await page.getByRole('heading', { name: 'House' }).waitFor()
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Skip to content')
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      // The focus goes back once the dialog is gone, which is a moment later.
      await expect.poll(() => focused(page)).toBe('Skip to content')
      await page.keyboard.press('g')
      await page.keyboard.press('t')
      await page.getByRole('heading', { name: 'Timeline' }).waitFor()
      await page.keyboard.press('/')
      const field = page.getByRole('textbox', { name: 'Message to TALI' })
      await field.waitFor()
      await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement)
      await page.keyboard.type('turn off the Kitchen lamp')
      await page.keyboard.press('Enter')
      await page.getByText('Kitchen lamp: done.').waitFor()
    })
  })
})

/** Devices keep still until the answer is called. */
function holdCommands(site: Site): () => void {
  const held = Promise.withResolvers<void>()
  site.story.gate = held.promise
  return held.resolve
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
}
