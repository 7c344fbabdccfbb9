import { useWords } from '../app.ts'
import { numberOf } from '../home/state-text.ts'
import { Slider } from '../parts/slider.tsx'
import parts from '../parts/parts.module.css'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

export function NumberBody({ handle, onDrag }: { handle: Handle; onDrag: (text: string | null) => void }) {
  const words = useWords()
  const { entity, can, shown, disabled, run } = handle
  const text = (value: number): string => words.quantity(value, entity.unit)
  return (
    <div class={css.row}>
      <Slider
        name={`${words.t.control.value}, ${entity.name}`}
        value={numberOf(shown?.value ?? '')}
        {...can.range}
        look="cool"
        disabled={disabled}
        text={text}
        onDrag={(value) => onDrag(value === null ? null : text(value))}
        onChoose={(value) => run('set_value', { value })}
      />
    </div>
  )
}

export function SelectBody({ handle: { entity, can, shown, disabled, run } }: { handle: Handle }) {
  const { t } = useWords()
  return (
    <div class={css.row}>
      <select
        class={parts.input}
        aria-label={`${t.control.option}, ${entity.name}`}
        disabled={disabled}
        value={shown?.value}
        onChange={(event) => run('select_option', { option: event.currentTarget.value })}
      >
        {can.options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </div>
  )
}
