import { useApp, useWords } from '../app.ts'
import { isUntold } from '../data/commands.ts'
import { stateText } from '../home/state-text.ts'
import { Mark } from '../parts/mark.tsx'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

/** Readings older than this say so. */
const oldAfterMs = 2 * 3_600_000

/** The line under a thing's name: its state, or how the command that was just given stands. */
export function Status({ handle, override }: { handle: Handle; override?: string | null }) {
  const { clock, online } = useApp()
  const words = useWords()
  const { entity, state, shown, command } = handle
  if (override) return <span class={css.status}>{override}</span>
  const outcome = <CommandStatus handle={handle} />
  if (command && command.phase !== 'asked') return outcome
  if (state && !state.available) {
    const heard = state.reportedAt
    const text = heard ? words.t.age.offlineSince(words.ago(heard, clock.second.value)) : words.t.age.offline
    return <span class={css.status}>{text}</span>
  }
  const text = stateText(entity, shown, words, clock.now())
  const age = state?.reportedAt ? clock.now() - Date.parse(state.reportedAt) : 0
  const old = online.value && entity.domain === 'sensor' && age > oldAfterMs
  return (
    <span class={css.status}>
      {text}
      {old && ` · ${words.t.age.old(words.age(age))}`}
    </span>
  )
}

function CommandStatus({ handle: { command } }: { handle: Handle }) {
  const { clock } = useApp()
  const words = useWords()
  const { t } = words
  if (!command) return null
  switch (command.phase) {
    case 'asked':
      return null
    case 'sent': {
      const waited = clock.second.value - command.at
      return (
        <span class={css.status} role="status">
          <Mark outcome="sent" />
          {waited > 2_500 ? t.outcome.sentFor(words.age(waited)) : t.outcome.sent}
        </span>
      )
    }
    case 'broken':
      return (
        <span class={css.status} data-outcome="failed" role="status">
          <Mark outcome="failed" />
          {t.outcome.broken}
        </span>
      )
    case 'ended': {
      const outcome = isUntold(command.result) ? 'sent' : command.result?.outcome
      if (!outcome)
        return (
          <span class={css.status} role="status">
            {command.text}
          </span>
        )
      const text =
        outcome === 'no_echo'
          ? t.outcome.noEchoFor(words.age(clock.second.value - Date.parse(command.result?.sentAt ?? '') || 0))
          : t.outcome[outcome]
      return (
        <span class={css.status} data-outcome={outcome} role="status">
          <Mark outcome={outcome} />
          {text}
        </span>
      )
    }
  }
}
