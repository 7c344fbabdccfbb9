import { signal, type ReadonlySignal } from '@preact/signals'

/** Small panels over a view; each belongs to the thing that it changes. */
export type Sheet =
  | { kind: 'me' }
  | { kind: 'keys' }
  | { kind: 'tokens' }
  | { kind: 'devices' }
  | { kind: 'pairing' }
  | { kind: 'entity'; entityId: string }
  | { kind: 'area'; areaId: string }
  | { kind: 'group'; group: 'lights' | 'open' | 'unlocked' | 'offline' | 'alarming' }

export type View = 'chat' | 'house' | 'area' | 'timeline' | 'system' | 'welcome'
export interface Route {
  view: View
  /** Of `/house/:area`. */
  areaId: string | null
  /** Of `/timeline?area=…&entity=…`. */
  query: URLSearchParams
}

export function routeOf(path: string, search = ''): Route {
  const query = new URLSearchParams(search)
  const [first = '', second] = path.split('/').slice(1)
  const bare = { areaId: null, query }
  switch (first) {
    case 'house':
      return second ? { view: 'area', areaId: decoded(second), query } : { view: 'house', ...bare }
    case 'timeline':
      return { view: 'timeline', ...bare }
    case 'system':
      return { view: 'system', ...bare }
    case 'welcome':
      return { view: 'welcome', ...bare }
    default:
      return { view: 'chat', ...bare }
  }
}

/** What a person typed into the address bar need not be well formed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Where in the page we are: the address, and the sheet that lies over it, which the back button closes. */
export class Router {
  readonly #window: Window
  readonly #route = signal<Route>(routeOf('/'))
  readonly #sheet = signal<Sheet | null>(null)

  constructor(options: { window: Window }) {
    this.#window = options.window
  }

  get route(): ReadonlySignal<Route> {
    return this.#route
  }
  get sheet(): ReadonlySignal<Sheet | null> {
    return this.#sheet
  }

  start(): void {
    this.#window.addEventListener('popstate', this.#read)
    this.#read()
  }

  stop(): void {
    this.#window.removeEventListener('popstate', this.#read)
  }

  go(path: string, options: { replace?: boolean } = {}): void {
    if (options.replace) this.#window.history.replaceState({}, '', path)
    else this.#window.history.pushState({}, '', path)
    this.#read()
    if (!options.replace) this.#window.scrollTo(0, 0)
  }

  open(sheet: Sheet): void {
    const method = this.#sheet.peek() ? 'replaceState' : 'pushState'
    this.#window.history[method]({ sheet }, '')
    this.#sheet.value = sheet
  }

  close(): void {
    if (this.#sheet.peek()) this.#window.history.back()
  }

  readonly #read = (): void => {
    const { pathname, search } = this.#window.location
    const state = this.#window.history.state as { sheet?: Sheet } | null
    this.#route.value = routeOf(pathname, search)
    this.#sheet.value = state?.sheet ?? null
  }
}
