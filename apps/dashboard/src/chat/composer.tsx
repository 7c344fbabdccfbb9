import { mdiArrowUp, mdiStop } from '@mdi/js'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Icon } from '../parts/icon.tsx'
import { composerMark } from '../shell/keys.ts'
import css from './chat.module.css'

const mostSuggestions = 3
const draftKey = 'tali.draft'

/** Where one writes: many lines, earlier messages with arrow up, suggestions while it is empty. */
export function Composer({ large }: { large: boolean }) {
  const { chat, suggestions } = useApp()
  const { t } = useWords()
  const [text, setText] = useState(() => sessionStorage.getItem(draftKey) ?? '')
  /** How far arrow up has gone back; 0 is what is being written. */
  const [back, setBack] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const busy = chat.busy.value
  const canStop = busy && text === ''

  useEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 200)}px`
  }, [text])

  function write(next: string, at = 0): void {
    setText(next)
    setBack(at)
    sessionStorage.setItem(draftKey, next)
  }
  function send(): void {
    if (text.trim() === '') return
    chat.say(text)
    write('')
  }
  function recall(by: 1 | -1): boolean {
    const said = saidBefore(chat.messages.peek())
    const next = back + by
    if (next < 0 || next > said.length || (back === 0 && text !== '')) return false
    write(said[next - 1] ?? '', next)
    return true
  }

  return (
    <form
      class={css.composer}
      data-large={large || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {text === '' && suggestions.value.length > 0 && !busy && (
        <ul class={css.suggestions} aria-label={t.chat.suggestions}>
          {suggestions.value.slice(0, mostSuggestions).map((suggestion) => (
            <li key={suggestion}>
              <button type="button" onClick={() => chat.say(suggestion)}>
                {suggestion}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class={css.field}>
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={t.chat.placeholder}
          aria-label={t.chat.label}
          enterkeyhint="send"
          {...{ [composerMark]: '' }}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              send()
            } else if (event.key === 'Escape') {
              event.currentTarget.blur()
            } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              if (recall(event.key === 'ArrowUp' ? 1 : -1)) event.preventDefault()
            }
          }}
        />
        {canStop ? (
          <button
            class={css.send}
            type="button"
            aria-label={t.chat.stop}
            title={t.chat.stop}
            onClick={() => chat.stopWaiting()}
          >
            <Icon path={mdiStop} />
          </button>
        ) : (
          <button
            class={css.send}
            type="submit"
            aria-label={t.chat.send}
            title={t.chat.send}
            disabled={text.trim() === ''}
          >
            <Icon path={mdiArrowUp} />
          </button>
        )}
      </div>
    </form>
  )
}

/** What residents wrote, newest first, each once. */
function saidBefore(messages: { author: { kind: string }; text: string }[]): string[] {
  const said = messages.filter((message) => message.author.kind === 'resident').map((message) => message.text)
  return [...new Set(said.reverse())]
}
