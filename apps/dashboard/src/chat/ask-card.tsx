import type { Question } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import css from './chat.module.css'

/** A question's buttons, four at most; dead once it was answered or its time is over. */
export function AskCard({ question }: { question: Question }) {
  const { chat, clock, online } = useApp()
  const words = useWords()
  const { t } = words
  const chosen = chat.answered.value.get(question.questionId)
  const left = (Date.parse(question.expiresAt) - clock.second.value) / 1_000
  const open = chosen === undefined && left > 0
  const label = (choice: Question['choices'][number]): string =>
    choice.kind === 'yes' ? t.chat.yes : choice.kind === 'no' ? t.chat.no : choice.label
  return (
    <div class={css.ask}>
      <div>
        {question.choices.map((choice) => (
          <button
            key={choice.id}
            type="button"
            disabled={!open || !online.value}
            data-chosen={chosen === choice.id || undefined}
            data-kind={choice.kind}
            onClick={() => chat.choose(question.questionId, { ...choice, label: label(choice) })}
          >
            <b>{label(choice)}</b>
            {choice.hint && <small>{choice.hint}</small>}
          </button>
        ))}
      </div>
      <p class={css.askState}>
        {chosen !== undefined ? '' : left > 0 ? t.chat.expires(words.countdown(left)) : t.chat.expired}
      </p>
    </div>
  )
}
