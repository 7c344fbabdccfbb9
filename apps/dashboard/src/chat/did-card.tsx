import { mdiRefresh } from '@mdi/js'
import type { Entity, SayOf } from '@tali/contracts'
import { useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { isUntold } from '../data/commands.ts'
import { Tile } from '../controls/tile.tsx'
import { Status } from '../controls/status.tsx'
import { useThing } from '../controls/thing.ts'
import { isActive } from '../home/active.ts'
import { iconOf } from '../home/entity-icon.ts'
import { kindOf } from '../home/kinds.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Mark } from '../parts/mark.tsx'
import { Switch } from '../parts/switch.tsx'
import css from './chat.module.css'

type Result = SayOf<'did'>['results'][number]

const shownAtFirst = 4
/** While a command is younger than this, "no answer" tells its age. */
const youngMs = 30 * 60_000

/** What was commanded, how each ended, and the control to go on with. */
export function DidCard({ say, at }: { say: SayOf<'did'>; at: string }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const { results } = say
  const first = results[0]
  if (!first) return null
  const shown = all ? results : results.slice(0, shownAtFirst)
  return (
    <div class={css.card} data-single={results.length === 1 || undefined}>
      {shown.map((result) => (
        <DidRow key={result.entityId} result={result} single={results.length === 1} at={at} />
      ))}
      {results.length > shownAtFirst && (
        <button class={css.moreRow} type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.common.less : t.common.more(results.length - shownAtFirst)}
        </button>
      )}
    </div>
  )
}

function DidRow({ result, single, at }: { result: Result; single: boolean; at: string }) {
  const { live } = useApp()
  const entity = live.home.value?.entities.find((one) => one.id === result.entityId)
  const worked = result.outcome === 'confirmed' || result.outcome === 'already'
  if (!entity) return <PlainRow result={result} at={at} />
  return (
    <>
      {single && worked ? (
        <div class={css.did}>
          <OutcomeLine result={result} at={at} />
          <Tile entity={entity} />
        </div>
      ) : (
        <LiveRow entity={entity} result={result} at={at} />
      )}
    </>
  )
}

function LiveRow({ entity, result, at }: { entity: Entity; result: Result; at: string }) {
  const { router } = useApp()
  const { t } = useWords()
  const handle = useThing(entity)
  const { shown, disabled, run, command } = handle
  const active = isActive(entity, shown)
  const kind = kindOf(entity)
  const outcome = shownOutcome(result)
  const retries = outcome === 'no_echo' || outcome === 'failed'
  return (
    <div class={css.didRow} data-outcome={outcome}>
      <button type="button" class={css.didFace} onClick={() => router.open({ kind: 'entity', entityId: entity.id })}>
        <Icon path={iconOf(entity, active)} />
        <span>
          <b>{entity.name}</b>
          {command ? <Status handle={handle} /> : <OutcomeLine result={result} at={at} />}
        </span>
      </button>
      {retries ? (
        <Button
          size="small"
          icon={mdiRefresh}
          disabled={disabled}
          onClick={() => run(result.action, result.parameters)}
        >
          {t.common.retry}
        </Button>
      ) : (
        (kind === 'light' || kind === 'toggle' || kind === 'fan') && (
          <Switch
            name={t.action.toggle(entity.name)}
            on={active}
            disabled={disabled}
            onToggle={(on) => run(on ? 'turn_on' : 'turn_off')}
          />
        )
      )}
    </div>
  )
}

function PlainRow({ result, at }: { result: Result; at: string }) {
  return (
    <div class={css.didRow} data-outcome={shownOutcome(result)}>
      <span class={css.didFace}>
        <Icon path={iconOf(result.entity)} />
        <span>
          <b>{result.entity.name}</b>
          <OutcomeLine result={result} at={at} />
        </span>
      </span>
    </div>
  )
}

/** ● Confirmed in 0.1 s  ▲ No answer for 12 s, and the reason  ◆ Refused, and the rule */
function OutcomeLine({ result, at }: { result: Result; at: string }) {
  const { clock } = useApp()
  const words = useWords()
  const { t } = words
  const { reason } = result
  const outcome = shownOutcome(result)
  const age = clock.second.value - Date.parse(result.sentAt ?? at)
  const text =
    outcome === 'no_echo' && age < youngMs
      ? t.outcome.noEchoFor(words.age(age))
      : outcome === 'confirmed'
        ? `${t.outcome.confirmed} · ${words.number(result.tookMs / 1_000, 1)} s`
        : t.outcome[outcome]
  return (
    <span class={css.outcome} data-outcome={outcome}>
      <Mark outcome={outcome} />
      <span>
        {text}
        {reason && <span class={css.reason}>{result.detail ?? t.reason[reason]}</span>}
      </span>
    </span>
  )
}

function shownOutcome(result: Result): Result['outcome'] | 'sent' {
  return isUntold(result) ? 'sent' : result.outcome
}
