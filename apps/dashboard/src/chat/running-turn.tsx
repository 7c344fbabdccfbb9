import type { CommandResult, TurnPart, TurnProgress } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import type { RunningTurn } from '../data/chat.ts'
import { Mark } from '../parts/mark.tsx'
import { Part } from './message.tsx'
import css from './chat.module.css'

/** A clause in the making: the commands that left, how each ended, and its words once it is done. */
export interface Clause {
  commands: { key: string; name: string; at: string | null; result: CommandResult | null }[]
  part: TurnPart | null
}

/** Progress, as it came in → clauses in their order. */
export function clausesOf(progress: TurnProgress[]): Clause[] {
  const clauses: Clause[] = []
  for (const step of progress) {
    const clause = (clauses[step.clause] ??= { commands: [], part: null })
    if (step.kind === 'part') {
      clause.part = step.part
    } else if (step.kind === 'sent') {
      clause.commands.push({ key: step.entityId, name: step.name, at: step.at, result: null })
    } else {
      const { entityId } = step.result
      const open = clause.commands.find((command) => command.key === entityId && command.result === null)
      if (open) open.result = step.result
      else clause.commands.push({ key: entityId, name: step.name, at: null, result: step.result })
    }
  }
  return Array.from(clauses, (clause: Clause | undefined) => clause ?? { commands: [], part: null })
}

/** After this a running turn says that it is still at it. */
const longMs = 5_000

export function RunningTurnView({ turn }: { turn: RunningTurn }) {
  const { clock } = useApp()
  const { t } = useWords()
  if (turn.problem) {
    return (
      <section class={css.group} data-author="tali">
        <p class={css.fate} data-stuck role="alert">
          <Mark outcome="failed" />
          {turn.problem.detail || t.common.unknownProblem}
        </p>
      </section>
    )
  }
  if (!turn.watched) return <p class={css.edge}>{t.chat.stopped}</p>
  const clauses = clausesOf(turn.progress)
  const waited = clock.second.value - turn.startedAt
  return (
    <section class={css.group} data-author="tali" aria-busy="true">
      <header class={css.by}>TALI</header>
      {clauses.map((clause, at) =>
        clause.part ? (
          <Part key={at} part={clause.part} at={new Date(turn.startedAt).toISOString()} />
        ) : (
          <Pending key={at} clause={clause} />
        ),
      )}
      <p class={css.typing} role="status">
        <span aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {waited > longMs ? t.chat.stillWorking : t.chat.working}
      </p>
    </section>
  )
}

function Pending({ clause }: { clause: Clause }) {
  const { clock } = useApp()
  const words = useWords()
  return (
    <ul class={css.pending}>
      {clause.commands.map((command) => {
        const age = command.at === null ? 0 : clock.second.value - Date.parse(command.at)
        const outcome = command.result?.outcome
        const sent = age > 1_500 ? words.t.outcome.sentFor(words.age(age)) : words.t.outcome.sent
        return (
          <li key={command.key} data-outcome={outcome ?? 'sent'}>
            <Mark outcome={outcome ?? 'sent'} />
            <span>{command.name}</span>
            <span>{outcome ? words.t.outcome[outcome] : sent}</span>
          </li>
        )
      })}
    </ul>
  )
}
