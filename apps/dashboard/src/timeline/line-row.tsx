import {
  mdiAccountOutline,
  mdiAccountPlusOutline,
  mdiBellRingOutline,
  mdiChevronDown,
  mdiChip,
  mdiConsoleLine,
  mdiLightSwitch,
  mdiMessageTextOutline,
  mdiRestart,
  mdiTimerOutline,
} from '@mdi/js'
import type { LedgerEvent, TimelineLine } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import { iconOf } from '../home/entity-icon.ts'
import { Icon } from '../parts/icon.tsx'
import { WhyPanel } from '../why/why-panel.tsx'
import css from './timeline.module.css'

const causeIcons: Record<LedgerEvent['cause']['kind'], string> = {
  resident: mdiAccountOutline,
  owner: mdiConsoleLine,
  timer: mdiTimerOutline,
  device: mdiChip,
  manual: mdiLightSwitch,
  restart: mdiRestart,
}

export interface LineRowProps {
  line: TimelineLine
  /** Other things of which the same is true. */
  others: number
  open: boolean
  onToggle: () => void
}

export function LineRow({ line, others, open, onToggle }: LineRowProps) {
  const words = useWords()
  const { event } = line
  return (
    <li data-key={line.id} class={css.line} data-open={open || undefined}>
      <button class={css.lineButton} type="button" aria-expanded={open} onClick={onToggle}>
        <time dateTime={line.at} title={words.timeExact(line.at)}>
          {words.time(line.at)}
        </time>
        <span class={css.dot} data-look={lookOf(event)}>
          <LineIcon event={event} />
        </span>
        <span class={css.text}>
          <span>
            {line.text}
            {others > 0 && `, ${words.t.timeline.others(others)}`}
          </span>
          <span class={css.cause}>
            <Icon path={causeIcons[event.cause.kind]} size={16} />
            {line.causeText}
          </span>
        </span>
        <span class={css.why}>
          <span>{words.t.common.why}</span>
          <Icon path={mdiChevronDown} size={20} />
        </span>
      </button>
      {open && <WhyPanel eventId={line.id} event={event} />}
    </li>
  )
}

function LineIcon({ event }: { event: LedgerEvent }) {
  const { live } = useApp()
  if ('entityId' in event) {
    const entity = live.home.value?.entities.find((one) => one.id === event.entityId)
    const domain = event.entityId.split('.')[0] ?? ''
    const active = event.type === 'tali.core.state.changed' && !['off', 'closed', 'locked'].includes(event.to)
    return <Icon path={iconOf(entity ?? { domain, deviceClass: null }, active)} size={20} />
  }
  const icons: Record<Exclude<LedgerEvent, { entityId: string }>['type'], string> = {
    'tali.core.turn.received': mdiMessageTextOutline,
    'tali.core.timer.started': mdiTimerOutline,
    'tali.core.timer.finished': mdiBellRingOutline,
    'tali.core.service.started': mdiRestart,
    'tali.core.resident.joined': mdiAccountPlusOutline,
  }
  return <Icon path={icons[event.type]} size={20} />
}

/** Lit for what went on, unsure for what was not answered, danger for what was refused or failed. */
function lookOf(event: LedgerEvent): string | undefined {
  if (event.type === 'tali.core.state.changed' && event.entityId.startsWith('light.') && event.to === 'on')
    return 'lamp'
  if (event.type === 'tali.core.availability.changed' && !event.available) return 'unsure'
  if (event.type !== 'tali.core.command.concluded') return undefined
  return event.outcome === 'no_echo'
    ? 'unsure'
    : event.outcome === 'failed' || event.outcome === 'refused'
      ? 'danger'
      : undefined
}
