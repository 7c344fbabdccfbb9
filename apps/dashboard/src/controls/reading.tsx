import type { Entity } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import { isActive, isAlarming } from '../home/active.ts'
import { iconOf } from '../home/entity-icon.ts'
import { stateText } from '../home/state-text.ts'
import { Icon } from '../parts/icon.tsx'
import { Sparkline, hasCurve } from './curve.tsx'
import css from './controls.module.css'

/** Slow sensors may keep still for hours; beyond this the age of a reading is said. */
const oldAfterMs = 2 * 3_600_000

/** A sensor as one line: what, a day's curve where there is one, and the reading. */
export function ReadingLine({ entity }: { entity: Entity }) {
  const { live, router, clock } = useApp()
  const words = useWords()
  const state = live.state(entity.id).value
  const active = isActive(entity, state)
  const offline = state?.available === false
  const age = state?.reportedAt ? clock.now() - Date.parse(state.reportedAt) : 0
  const old = entity.domain === 'sensor' && age > oldAfterMs
  return (
    <li>
      <button
        class={css.reading}
        type="button"
        data-active={active || undefined}
        data-alarming={isAlarming(entity, state) || undefined}
        data-offline={offline || undefined}
        onClick={() => router.open({ kind: 'entity', entityId: entity.id })}
      >
        <Icon path={iconOf(entity, active)} />
        <span class={css.readingName}>
          {entity.name}
          {(offline || old) && state?.reportedAt && (
            <small>
              {offline
                ? words.t.age.offlineSince(words.ago(state.reportedAt, clock.second.value))
                : words.t.age.reported(words.ago(state.reportedAt, clock.second.value))}
            </small>
          )}
        </span>
        {hasCurve(entity, state?.value) && <Sparkline entity={entity} />}
        <span class={css.readingValue}>{stateText(entity, state, words, clock.now())}</span>
      </button>
    </li>
  )
}
