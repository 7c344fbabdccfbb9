import { useState } from 'preact/hooks'
import css from './parts.module.css'

/**
 * A wide slider. While it is dragged it shows where the finger is; `onChoose` comes once, on letting go.
 * @param value null when nothing is known: the slider rests at its start
 */
export function Slider(props: {
  name: string
  value: number | null
  min?: number
  max?: number
  step?: number
  look?: 'cool' | 'white'
  off?: boolean
  disabled?: boolean
  colour?: string | undefined
  gradient?: [from: string, middle: string, to: string]
  text: (value: number) => string
  onChoose: (value: number) => void
  onDrag?: (value: number | null) => void
}) {
  const { min = 0, max = 100, step = 1 } = props
  const [dragged, setDragged] = useState<number | null>(null)
  const value = dragged ?? props.value ?? min
  // The middle of the 20 px thumb runs from 10 px to 10 px before the end.
  const part = max > min ? (Math.min(max, Math.max(min, value)) - min) / (max - min) : 0
  const drag = (at: number | null): void => {
    setDragged(at)
    props.onDrag?.(at)
  }
  const [from, middle, to] = props.gradient ?? []
  return (
    <input
      class={css.slider}
      type="range"
      aria-label={props.name}
      aria-valuetext={props.text(value)}
      min={min}
      max={max}
      step={step}
      value={value}
      disabled={props.disabled}
      data-look={props.look}
      data-off={props.off || undefined}
      style={{
        '--fill': props.off || part === 0 ? '0%' : `calc(${part} * (100% - 20px) + 14px)`,
        ...(props.colour === undefined ? {} : { '--colour': props.colour }),
        ...(from === undefined ? {} : { '--from': from, '--middle': middle, '--to': to }),
      }}
      onInput={(event) => drag(event.currentTarget.valueAsNumber)}
      onChange={(event) => {
        drag(null)
        props.onChoose(event.currentTarget.valueAsNumber)
      }}
    />
  )
}
