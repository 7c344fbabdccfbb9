import type { TaliProcess } from './tali-process.ts'

/** What a browser does of HTTP: it keeps cookies. */
export class Browser {
  readonly #cookies = new Map<string, string>()

  /** Comes in with the set-up code, as a new resident. */
  static async join(house: TaliProcess, name: string): Promise<Browser> {
    const browser = new Browser()
    await browser.post(house, '/api/welcome/code', { code: house.code })
    await browser.post(house, '/api/welcome/resident', { name, language: 'en' })
    return browser
  }

  async post({ address }: TaliProcess, path: string, body: unknown): Promise<unknown> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'content-type': 'application/json', cookie }
    const response = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.#cookies.set(name, value)
    }
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    const answer: unknown = await response.json()
    return answer
  }
}
