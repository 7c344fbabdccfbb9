import css from './parts.module.css'

export function Switch(props: { name: string; on: boolean; disabled?: boolean; onToggle: (on: boolean) => void }) {
  return (
    <button
      class={css.switch}
      type="button"
      role="switch"
      aria-checked={props.on}
      aria-label={props.name}
      disabled={props.disabled}
      onClick={() => props.onToggle(!props.on)}
    >
      <span />
    </button>
  )
}
