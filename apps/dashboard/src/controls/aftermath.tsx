import { mdiRefresh } from '@mdi/js'
import { useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { isUntold, type CommandState } from '../data/commands.ts'
import { Button } from '../parts/button.tsx'
import { problemText } from '../parts/problem-note.tsx'
import type { Words } from '../words/words.ts'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

/** What a command left to be said or asked: the gate's question, a device that did not answer, a rule that said no. */
export function Aftermath({ handle }: { handle: Handle }) {
  const { command, entity, disabled, run } = handle
  const { commands } = useApp()
  const words = useWords()
  if (!command || command.phase === 'sent') return null
  if (command.phase === 'asked') return <Confirmation command={command} entityId={entity.id} />
  const text = textOf(command, words)
  if (text === null) return null
  const refused = command.phase === 'ended' && command.result?.outcome === 'refused'
  return (
    <div class={css.aftermath} data-outcome={command.phase === 'ended' ? command.result?.outcome : 'failed'}>
      <p>{text}</p>
      <div>
        {!refused && (
          <Button
            size="small"
            icon={mdiRefresh}
            disabled={disabled}
            onClick={() => run(command.action, command.parameters)}
          >
            {words.t.common.retry}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => commands.dismiss(entity.id)}>
          {words.t.outcome.dismiss}
        </Button>
      </div>
    </div>
  )
}

function textOf(command: Exclude<CommandState, { phase: 'sent' | 'asked' }>, words: Words): string | null {
  if (command.phase === 'broken') return problemText(command.error, words)
  const outcome = command.result?.outcome
  if (outcome === 'confirmed' || outcome === 'already' || outcome === undefined || isUntold(command.result)) return null
  return command.text
}

function Confirmation({ command, entityId }: { command: CommandState & { phase: 'asked' }; entityId: string }) {
  const { commands, clock } = useApp()
  const words = useWords()
  const [pressed, setPressed] = useState(false)
  const left = (Date.parse(command.question.expiresAt) - clock.second.value) / 1_000
  return (
    <div class={css.aftermath} data-outcome="asked" role="alertdialog" aria-label={command.text}>
      <p>{command.text}</p>
      <div>
        {command.question.choices.map((choice) => (
          <Button
            key={choice.id}
            {...(choice.kind === 'yes' ? { look: 'main' as const } : {})}
            disabled={pressed || left <= 0}
            onClick={() => {
              setPressed(true)
              void commands.answer(entityId, choice.id)
            }}
          >
            {choice.kind === 'yes' ? words.t.chat.yes : choice.kind === 'no' ? words.t.chat.no : choice.label}
          </Button>
        ))}
        {left <= 0 && (
          <Button look="quiet" onClick={() => commands.dismiss(entityId)}>
            {words.t.outcome.dismiss}
          </Button>
        )}
        <span>{left > 0 ? words.t.chat.expires(words.countdown(left)) : words.t.chat.expired}</span>
      </div>
    </div>
  )
}
