import { mdiChevronDown, mdiChevronUp, mdiGarageOpenVariant, mdiStop } from '@mdi/js'
import { useWords } from '../app.ts'
import { isDoorway } from '../home/kinds.ts'
import { numberAttribute } from '../home/state-text.ts'
import { RoundButton } from '../parts/button.tsx'
import { HoldButton } from '../parts/hold-button.tsx'
import { Slider } from '../parts/slider.tsx'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

/** Up, stop, down and a position. What lets people in is held, not tapped, to open. */
export function CoverBody({ handle, onDrag }: { handle: Handle; onDrag: (text: string | null) => void }) {
  const words = useWords()
  const { t } = words
  const { entity, can, shown, disabled, run } = handle
  const noun = entity.domain === 'valve' ? 'valve' : 'cover'
  const position = numberAttribute(shown, 'current_position') ?? (shown?.value === 'closed' ? 0 : 100)
  const moving = shown?.value === 'opening' || shown?.value === 'closing'
  const guarded = isDoorway(entity)
  const buttons = (
    <div class={css.buttons}>
      {!guarded && (
        <RoundButton
          filled
          icon={mdiChevronUp}
          name={`${t.action.open_cover}, ${entity.name}`}
          disabled={disabled || (!moving && position >= 100)}
          onClick={() => run(`open_${noun}`)}
        />
      )}
      {can.can(`stop_${noun}`) && (
        <RoundButton
          filled
          icon={mdiStop}
          name={`${t.action.stop_cover}, ${entity.name}`}
          disabled={disabled}
          onClick={() => run(`stop_${noun}`)}
        />
      )}
      <RoundButton
        filled
        icon={mdiChevronDown}
        name={`${t.action.close_cover}, ${entity.name}`}
        disabled={disabled || (!moving && position <= 0)}
        onClick={() => run(`close_${noun}`)}
      />
    </div>
  )
  if (guarded) {
    return (
      <div class={css.row}>
        <HoldButton
          icon={mdiGarageOpenVariant}
          label={t.action.holdToOpen}
          holding={t.action.keepHolding}
          disabled={disabled || shown?.value === 'open'}
          onHeld={() => run(`open_${noun}`)}
        />
        {buttons}
      </div>
    )
  }
  return (
    <div class={css.row}>
      {can.positions && (
        <Slider
          name={`${t.control.position}, ${entity.name}`}
          value={position}
          look="cool"
          disabled={disabled}
          text={words.percent}
          onDrag={(value) => onDrag(value === null ? null : words.percent(value))}
          onChoose={(value) => run(`set_${noun}_position`, { position: value })}
        />
      )}
      {buttons}
    </div>
  )
}
