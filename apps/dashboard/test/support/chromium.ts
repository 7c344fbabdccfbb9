import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A real browser, quiet and with an empty profile of its own; playwright makes and removes its directory. */
export async function launchChromium(): Promise<Browser> {
  const wanted = process.env['CHROMIUM']
  const executablePath = (wanted === undefined ? places : [wanted]).find((place) => existsSync(place))
  if (!executablePath) {
    throw new Error(
      'These tests look at the page in a real browser, and there is none. Install it with "apt-get install -y chromium", or set CHROMIUM to its path.',
    )
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
