import { useEffect } from 'preact/hooks'
import { useApp } from '../app.ts'

const places: Record<string, string> = { c: '/', h: '/house', t: '/timeline', s: '/system' }
/** `g` waits so long for its second key. */
const togetherMs = 1_200

/** `/` waits so long for a chat that is not there yet. */
const fieldComesMs = 5_000

/** The field that `/` goes to: whichever composer is on the page. */
export const composerMark = 'data-composer'

/** `/` writes a message, `g` and a letter go to a view, `?` lists the keys. Never while something is being typed. */
export function useKeys(): void {
  const { router, session } = useApp()
  useEffect(() => {
    let goAt = 0
    function press(event: KeyboardEvent): void {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      const state = session.state.peek()
      if (router.sheet.peek() || (state !== 'in' && state !== 'away')) return
      const place = event.timeStamp - goAt < togetherMs ? places[event.key] : undefined
      goAt = event.key === 'g' ? event.timeStamp : 0
      if (place) router.go(place)
      else if (event.key === '/') focusComposer(() => router.go('/'))
      else if (event.key === '?') router.open({ kind: 'keys' })
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function focusComposer(goToChat: () => void): void {
  const focus = (): boolean => {
    const field = document.querySelector<HTMLElement>(`[${composerMark}]`)
    field?.focus()
    return field !== null
  }
  if (focus()) return
  goToChat()
  // The chat may have to be fetched before there is a field.
  const observer = new MutationObserver(() => focus() && observer.disconnect())
  observer.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), fieldComesMs)
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=range], [type=radio], [type=checkbox])')
  )
}
