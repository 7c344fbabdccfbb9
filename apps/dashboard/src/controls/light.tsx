import { useApp, useWords } from '../app.ts'
import { cssOf, rgbOfHs, rgbOfKelvin, rgbOfLight } from '../home/colour.ts'
import { brightnessOf, numberAttribute } from '../home/state-text.ts'
import { Slider } from '../parts/slider.tsx'
import { ColourWheel } from './colour-wheel.tsx'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

interface BodyProps {
  handle: Handle
  whole: boolean
  onDrag: (text: string | null) => void
}

export function LightBody({ handle, whole, onDrag }: BodyProps) {
  const { router } = useApp()
  const words = useWords()
  const { entity, can, shown, disabled, run } = handle
  const on = shown?.value === 'on'
  const rgb = shown && on ? rgbOfLight(shown.attributes) : null
  if (!can.dims) return null
  return (
    <>
      <div class={css.row}>
        <Slider
          name={`${words.t.control.brightness}, ${entity.name}`}
          value={on ? brightnessOf(shown) : 0}
          min={1}
          disabled={disabled}
          off={!on}
          colour={rgb ? softened(rgb) : undefined}
          text={words.percent}
          onDrag={(value) => onDrag(value === null ? null : words.percent(value))}
          onChoose={(brightness_pct) => run('turn_on', { brightness_pct })}
        />
        {!whole && (can.colours || can.kelvin) && (
          <button
            class={css.swatch}
            type="button"
            aria-label={`${words.t.action.colour}, ${entity.name}`}
            title={words.t.action.colour}
            data-many={can.colours || undefined}
            onClick={() => router.open({ kind: 'entity', entityId: entity.id })}
          >
            <span style={rgb ? { '--shown': cssOf(rgb) } : {}} />
          </button>
        )}
      </div>
      {whole && can.kelvin && <Whites handle={handle} kelvin={can.kelvin} onDrag={onDrag} />}
      {whole && can.colours && (
        <ColourWheel
          attributes={on ? (shown?.attributes ?? {}) : {}}
          disabled={disabled}
          onChoose={(hue, saturation) => run('turn_on', { rgb_color: rgbOfHs(hue, saturation) })}
        />
      )}
    </>
  )
}

function Whites({
  handle,
  kelvin,
  onDrag,
}: {
  handle: Handle
  kelvin: { min: number; max: number }
  onDrag: BodyProps['onDrag']
}) {
  const words = useWords()
  const { entity, shown, disabled, run } = handle
  const text = (value: number): string => `${words.number(value, 0)} K`
  const middle = Math.round((kelvin.min + kelvin.max) / 2)
  return (
    <div class={css.labelled}>
      <span>{words.t.control.colourTemperature}</span>
      <Slider
        name={`${words.t.control.colourTemperature}, ${entity.name}`}
        value={numberAttribute(shown, 'color_temp_kelvin') ?? middle}
        min={kelvin.min}
        max={kelvin.max}
        step={50}
        look="white"
        gradient={[cssOf(rgbOfKelvin(kelvin.min)), cssOf(rgbOfKelvin(middle)), cssOf(rgbOfKelvin(kelvin.max))]}
        disabled={disabled}
        text={text}
        onDrag={(value) => onDrag(value === null ? null : text(value))}
        onChoose={(color_temp_kelvin) => run('turn_on', { color_temp_kelvin })}
      />
    </div>
  )
}

/** A lamp's own colour as the slider's, kept light enough for what lies on it. */
function softened(rgb: [number, number, number]): string {
  return `color-mix(in oklab, ${cssOf(rgb)} 62%, var(--lamp))`
}
