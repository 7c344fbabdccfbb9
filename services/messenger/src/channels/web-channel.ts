import type { ChatReceive } from '@tali/contracts'
import type { Channel } from './channel.ts'

/** One open page. */
export interface Screen {
  readonly conversationId: string
  send(text: string): void
  /** Bytes that are not sent yet. */
  backlog(): number
  close(code: number, reason: string): void
}

/** A screen that is this far behind is closed; it reads the history again when it returns. */
const maxBacklog = 1_048_576
/** Screens of one conversation. */
const maxScreens = 20

/** The chat on the web page, over WebSocket. */
export class WebChannel implements Channel {
  readonly name = 'web'
  readonly #screens = new Map<string, Set<Screen>>()

  /** Returns its undo, or null when too many screens are open already. */
  open(screen: Screen): (() => void) | null {
    const screens = this.#screens.getOrInsertComputed(screen.conversationId, () => new Set())
    if (screens.size >= maxScreens) return null
    screens.add(screen)
    return () => {
      screens.delete(screen)
      if (screens.size === 0 && this.#screens.get(screen.conversationId) === screens)
        this.#screens.delete(screen.conversationId)
    }
  }

  get screens(): number {
    return this.#screens.values().reduce((sum, screens) => sum + screens.size, 0)
  }

  show(conversationId: string, what: ChatReceive): void {
    const text = JSON.stringify(what)
    for (const screen of this.#screens.get(conversationId) ?? []) {
      if (screen.backlog() > maxBacklog) screen.close(1013, 'too far behind')
      else screen.send(text)
    }
  }
}
