import { mdiChevronDown, mdiUndoVariant } from '@mdi/js'
import type { LedgerEvent, Why } from '@tali/contracts'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { undoOf } from '../home/undo.ts'
import { actionText } from '../home/step-text.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import parts from '../parts/parts.module.css'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Waiting } from '../parts/waiting.tsx'
import css from './why.module.css'

/** Why something happened: the chain as sentences, newest first; undo where that is possible; raw at the very end. */
export function WhyPanel({ eventId, event }: { eventId: string; event?: LedgerEvent }) {
  const { api } = useApp()
  const words = useWords()
  const { t } = words
  const [why, setWhy] = useState<Why | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    setError(null)
    api.why(eventId).then(setWhy, setError)
  }, [eventId, tries, words.language])
  if (error !== null) return <ProblemNote error={error} onRetry={() => setTries(tries + 1)} />
  if (!why) return <Waiting text={t.common.loading} />
  return (
    <div class={css.why}>
      <p class={css.answer}>{why.text}</p>
      {why.lines.length > 1 ? (
        <ol class={css.chain} aria-label={t.timeline.chain}>
          {why.lines.map((line) => (
            <li key={line.id}>
              <time dateTime={line.at}>{words.timeExact(line.at)}</time>
              <span>
                {line.text}
                <small>{line.causeText}</small>
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {event && <Undo event={event} />}
      <details>
        <summary class={parts.summary}>
          {t.timeline.raw}
          <Icon path={mdiChevronDown} size={20} />
        </summary>
        <pre class={css.raw}>
          {JSON.stringify(
            why.lines.map((line) => line.event),
            null,
            2,
          )}
        </pre>
      </details>
    </div>
  )
}

function Undo({ event }: { event: LedgerEvent }) {
  const { live, commands, online } = useApp()
  const words = useWords()
  const entityId = 'entityId' in event ? event.entityId : ''
  const action = undoOf(event, live.state(entityId).value)
  if (action === null) return null
  return (
    <Button
      size="small"
      icon={mdiUndoVariant}
      disabled={!online.value || commands.of(entityId).value?.phase === 'sent'}
      onClick={() => void commands.run(entityId, action)}
    >
      {words.t.timeline.undo}: {actionText(action, words)}
    </Button>
  )
}
