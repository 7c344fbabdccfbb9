import type { CauseStep } from '@tali/contracts'
import { useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { causeText, stepText } from '../home/step-text.ts'
import css from './chat.module.css'

const shownAtFirst = 5

/** Links of a chain, or lines of what happened: when, what, and through whom. */
export function ChainCard({ steps, more = 0 }: { steps: CauseStep[]; more?: number }) {
  const { router } = useApp()
  const words = useWords()
  const { t } = words
  const [all, setAll] = useState(false)
  if (steps.length === 0) return null
  const shown = all ? steps : steps.slice(0, shownAtFirst)
  return (
    <div class={css.card}>
      <ol class={css.chain}>
        {shown.map((step) => (
          <li key={step.eventId}>
            <time dateTime={step.at}>{words.time(step.at)}</time>
            <span>
              {stepText(step, words)}
              <small>{causeText(step.cause, words)}</small>
            </span>
          </li>
        ))}
      </ol>
      {steps.length > shownAtFirst && (
        <button class={css.moreRow} type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.common.less : t.common.more(steps.length - shownAtFirst)}
        </button>
      )}
      {more > 0 && (
        <button class={css.moreRow} type="button" onClick={() => router.go('/timeline')}>
          {t.common.more(more)} · {t.timeline.title}
        </button>
      )}
    </div>
  )
}
