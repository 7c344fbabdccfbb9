import { useId } from 'preact/hooks'
import css from './parts.module.css'

/** One of a few, side by side. */
export function Choices<T extends string>(props: {
  name: string
  value: T | null
  options: { value: T; label: string; language?: string }[]
  disabled?: boolean
  onChoose: (value: T) => void
}) {
  const group = useId()
  return (
    <fieldset class={css.choices} disabled={props.disabled}>
      <legend class="unseen">{props.name}</legend>
      {props.options.map((option) => (
        <label key={option.value} lang={option.language}>
          <input
            type="radio"
            name={group}
            checked={option.value === props.value}
            onChange={() => props.onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
