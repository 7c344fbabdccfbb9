import { useWords } from '../app.ts'
import { composerMark } from '../shell/keys.ts'
import css from './chat.module.css'

/** What would have been understood, nearest first; a tap puts the name into the field. */
export function KnownCard({ known }: { known: string[] }) {
  const { t } = useWords()
  if (known.length === 0) return null
  return (
    <ul class={css.known} aria-label={t.chat.known}>
      {known.slice(0, 6).map((name) => (
        <li key={name}>
          <button type="button" onClick={() => write(name)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}

function write(name: string): void {
  const field = document.querySelector<HTMLTextAreaElement>(`textarea[${composerMark}]`)
  if (!field) return
  field.focus()
  field.setRangeText(name, field.value.length, field.value.length, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
