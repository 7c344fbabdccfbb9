import { useWords } from '../app.ts'
import { numberAttribute } from '../home/state-text.ts'
import { Slider } from '../parts/slider.tsx'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

export function FanBody({ handle, onDrag }: { handle: Handle; onDrag: (text: string | null) => void }) {
  const words = useWords()
  const { entity, can, shown, disabled, run } = handle
  if (!can.speeds) return null
  const on = shown?.value === 'on'
  return (
    <div class={css.row}>
      <Slider
        name={`${words.t.control.speed}, ${entity.name}`}
        value={on ? numberAttribute(shown, 'percentage') : 0}
        step={can.speedStep}
        look="cool"
        off={!on}
        disabled={disabled}
        text={words.percent}
        onDrag={(value) => onDrag(value === null ? null : words.percent(value))}
        onChoose={(value) => run('set_percentage', { percentage: Math.round(value) })}
      />
    </div>
  )
}
