import { mdiMinus, mdiPlus } from '@mdi/js'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../app.ts'
import { numberAttribute } from '../home/state-text.ts'
import { RoundButton } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import type { Words } from '../words/words.ts'
import type { Handle } from './thing.ts'
import css from './controls.module.css'

/** So long after the last press the target is sent: five presses are one command. */
const settleMs = 700

export function ClimateBody({ handle, whole }: { handle: Handle; whole: boolean }) {
  const words = useWords()
  const { t } = words
  const { entity, can, shown, disabled, run } = handle
  const [wished, setWished] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const { min, max, step } = can.temperature
  const current = numberAttribute(shown, 'current_temperature')
  const target = wished ?? numberAttribute(shown, 'temperature')
  const unit = entity.capabilities['temperature_unit'] === '°F' ? '°F' : '°C'
  function nudge(by: number): void {
    const next = Math.min(max, Math.max(min, Math.round(((target ?? current ?? 20) + by) / step) * step))
    setWished(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setWished(null)
      run('set_temperature', { temperature: next })
    }, settleMs)
  }
  return (
    <>
      <div class={css.thermostat}>
        <RoundButton
          filled
          icon={mdiMinus}
          name={`${t.action.cooler}, ${entity.name}`}
          disabled={disabled || (target ?? max) <= min}
          onClick={() => nudge(-step)}
        />
        <p>
          <strong data-wished={wished !== null || undefined}>
            {target === null ? '–' : words.quantity(target, unit)}
          </strong>
          <span>{current === null ? t.control.target : t.control.now(words.quantity(current, unit))}</span>
        </p>
        <RoundButton
          filled
          icon={mdiPlus}
          name={`${t.action.warmer}, ${entity.name}`}
          disabled={disabled || (target ?? min) >= max}
          onClick={() => nudge(step)}
        />
      </div>
      {can.hvacModes.length > 1 && (whole || can.hvacModes.length <= 3) && (
        <Choices
          name={`${t.control.mode}, ${entity.name}`}
          value={shown?.value ?? null}
          disabled={disabled}
          options={can.hvacModes.map((mode) => ({ value: mode, label: modeText(mode, words) }))}
          onChoose={(mode) =>
            entity.domain === 'water_heater'
              ? run('set_operation_mode', { operation_mode: mode })
              : run('set_hvac_mode', { hvac_mode: mode })
          }
        />
      )}
    </>
  )
}

function modeText(mode: string, { t }: Words): string {
  return Object.hasOwn(t.hvac, mode) ? t.hvac[mode as keyof typeof t.hvac] : mode.replaceAll('_', ' ')
}
