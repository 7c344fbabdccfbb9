import type { Entity } from '@tali/contracts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { isActive, isAlarming } from '../home/active.ts'
import { cssOf, rgbOfLight } from '../home/colour.ts'
import { iconOf } from '../home/entity-icon.ts'
import { kindOf } from '../home/kinds.ts'
import { Icon } from '../parts/icon.tsx'
import { Switch } from '../parts/switch.tsx'
import { Aftermath } from './aftermath.tsx'
import { AlarmBody } from './alarm.tsx'
import { ClimateBody } from './climate.tsx'
import { CoverBody } from './cover.tsx'
import { FanBody } from './fan.tsx'
import { LightBody } from './light.tsx'
import { LockBody } from './lock.tsx'
import { MediaBody } from './media.tsx'
import { NumberBody, SelectBody } from './number.tsx'
import { PressButton } from './press.tsx'
import { Status } from './status.tsx'
import { useThing, type Handle } from './thing.ts'
import { VacuumBody } from './vacuum.tsx'
import css from './controls.module.css'

/**
 * One thing of the home with the control that fits its kind. Its face opens the details.
 * @param whole every control the kind has, as in the details; otherwise those used daily
 */
export function Tile({ entity, whole = false }: { entity: Entity; whole?: boolean }) {
  const { router } = useApp()
  const handle = useThing(entity)
  const [dragged, setDragged] = useState<string | null>(null)
  const { state, shown } = handle
  const active = isActive(entity, shown)
  const kind = kindOf(entity)
  const lit = kind === 'light' && active && shown ? rgbOfLight(shown.attributes) : null
  return (
    <article
      class={css.tile}
      data-kind={kind}
      data-active={active || undefined}
      data-alarming={isAlarming(entity, state) || undefined}
      data-offline={state?.available === false || undefined}
      style={lit ? { '--lit': cssOf(lit) } : {}}
    >
      <div class={css.head}>
        <Face
          onOpen={whole ? undefined : () => router.open({ kind: 'entity', entityId: entity.id })}
          name={entity.name}
        >
          <span class={css.badge}>
            <Icon path={iconOf(entity, active)} />
          </span>
          <span class={css.words}>
            <span class={css.name}>{entity.name}</span>
            <Status handle={handle} override={dragged} />
          </span>
        </Face>
        <Trailing handle={handle} active={active} />
      </div>
      <Body handle={handle} whole={whole} onDrag={setDragged} />
      <Aftermath handle={handle} />
    </article>
  )
}

function Face(props: { onOpen: (() => void) | undefined; name: string; children: ComponentChildren }) {
  if (!props.onOpen) return <div class={css.face}>{props.children}</div>
  return (
    <button class={css.face} type="button" onClick={props.onOpen}>
      {props.children}
    </button>
  )
}

function Trailing({ handle, active }: { handle: Handle; active: boolean }) {
  const { t } = useWords()
  const { entity, disabled, run } = handle
  switch (kindOf(entity)) {
    case 'light':
    case 'toggle':
    case 'fan':
      return (
        <Switch
          name={t.action.toggle(entity.name)}
          on={active}
          disabled={disabled}
          onToggle={(on) => run(on ? 'turn_on' : 'turn_off')}
        />
      )
    case 'press':
      return <PressButton handle={handle} />
    default:
      return null
  }
}

function Body({ handle, whole, onDrag }: { handle: Handle; whole: boolean; onDrag: (text: string | null) => void }) {
  switch (kindOf(handle.entity)) {
    case 'light':
      return <LightBody handle={handle} whole={whole} onDrag={onDrag} />
    case 'cover':
      return <CoverBody handle={handle} onDrag={onDrag} />
    case 'climate':
      return <ClimateBody handle={handle} whole={whole} />
    case 'fan':
      return <FanBody handle={handle} onDrag={onDrag} />
    case 'lock':
      return <LockBody handle={handle} />
    case 'alarm':
      return <AlarmBody handle={handle} />
    case 'vacuum':
      return <VacuumBody handle={handle} />
    case 'media':
      return <MediaBody handle={handle} onDrag={onDrag} />
    case 'number':
      return <NumberBody handle={handle} onDrag={onDrag} />
    case 'select':
      return <SelectBody handle={handle} />
    default:
      return null
  }
}
