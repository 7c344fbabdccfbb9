import { signal, type ReadonlySignal } from '@preact/signals'
import type { Shelf } from './session.ts'

export const themes = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themes)[number]

const shelfKey = 'tali.theme'

/** Light or dark: the system's, unless this browser was told otherwise. */
export class Theme {
  readonly #shelf: Shelf
  readonly #root: HTMLElement
  readonly #choice = signal<ThemeChoice>('system')

  constructor(options: { shelf: Shelf; root: HTMLElement }) {
    this.#shelf = options.shelf
    this.#root = options.root
  }

  get choice(): ReadonlySignal<ThemeChoice> {
    return this.#choice
  }

  start(): void {
    const kept = this.#shelf.getItem(shelfKey)
    this.#apply(themes.find((theme) => theme === kept) ?? 'system')
  }

  choose(theme: ThemeChoice): void {
    if (theme === 'system') this.#shelf.removeItem(shelfKey)
    else this.#shelf.setItem(shelfKey, theme)
    this.#apply(theme)
  }

  #apply(theme: ThemeChoice): void {
    this.#choice.value = theme
    if (theme === 'system') delete this.#root.dataset['theme']
    else this.#root.dataset['theme'] = theme
  }
}
