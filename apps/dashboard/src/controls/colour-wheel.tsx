import { useState } from 'preact/hooks'
import { useWords } from '../app.ts'
import { cssOf, hsOfRgb, numbersOf, rgbOfHs } from '../home/colour.ts'
import css from './controls.module.css'

/** Colours that a lamp is often given: hue in degrees, saturation in per cent. */
const often: [hue: number, saturation: number][] = [
  [28, 70],
  [45, 60],
  [8, 85],
  [330, 60],
  [275, 60],
  [220, 75],
  [185, 60],
  [130, 65],
]

/** Hue around, saturation outwards. By pointer, or with the arrow keys: left and right turn, up and down saturate. */
export function ColourWheel(props: {
  attributes: Record<string, unknown>
  disabled: boolean
  onChoose: (hue: number, saturation: number) => void
}) {
  const { t } = useWords()
  const [dragged, setDragged] = useState<[number, number] | null>(null)
  const [hue, saturation] = dragged ?? reported(props.attributes)

  function at(event: PointerEvent): [number, number] {
    const wheel = event.currentTarget as HTMLElement
    const box = wheel.getBoundingClientRect()
    const x = (event.clientX - box.left) / box.width - 0.5
    const y = (event.clientY - box.top) / box.height - 0.5
    const angle = (Math.atan2(x, -y) * 180) / Math.PI
    return [Math.round((angle + 360) % 360), Math.round(Math.min(1, Math.hypot(x, y) * 2) * 100)]
  }
  function turn(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [-10, 0],
      ArrowRight: [10, 0],
      ArrowUp: [0, 10],
      ArrowDown: [0, -10],
    }
    const step = steps[event.key]
    if (!step || props.disabled) return
    event.preventDefault()
    props.onChoose((hue + step[0] + 360) % 360, Math.max(0, Math.min(100, saturation + step[1])))
  }
  const radians = (hue * Math.PI) / 180
  return (
    <div class={css.colours}>
      <div
        class={css.wheel}
        role="slider"
        tabIndex={0}
        aria-label={t.control.hue}
        aria-valuemin={0}
        aria-valuemax={360}
        aria-valuenow={hue}
        aria-valuetext={t.control.hueValue(hue, saturation)}
        aria-disabled={props.disabled}
        onPointerDown={(event) => {
          if (props.disabled) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragged(at(event))
        }}
        onPointerMove={(event) => dragged && setDragged(at(event))}
        onPointerUp={(event) => {
          if (!dragged) return
          setDragged(null)
          props.onChoose(...at(event))
        }}
        onPointerCancel={() => setDragged(null)}
        onKeyDown={turn}
      >
        <span
          style={{
            '--x': `${50 + Math.sin(radians) * saturation * 0.44}%`,
            '--y': `${50 - Math.cos(radians) * saturation * 0.44}%`,
            '--shown': cssOf(rgbOfHs(hue, saturation)),
          }}
        />
      </div>
      <div class={css.often}>
        {often.map(([h, s]) => (
          <button
            key={h}
            type="button"
            disabled={props.disabled}
            aria-label={t.control.hueValue(h, s)}
            onClick={() => props.onChoose(h, s)}
          >
            <span style={{ '--shown': cssOf(rgbOfHs(h, s)) }} />
          </button>
        ))}
      </div>
    </div>
  )
}

function reported(attributes: Record<string, unknown>): [number, number] {
  const hs = numbersOf(attributes['hs_color'])
  if (hs.length === 2) return [Math.round(hs[0] ?? 0), Math.round(hs[1] ?? 0)]
  const rgb = numbersOf(attributes['rgb_color'])
  return rgb.length === 3 ? hsOfRgb([rgb[0] ?? 0, rgb[1] ?? 0, rgb[2] ?? 0]) : [40, 0]
}
