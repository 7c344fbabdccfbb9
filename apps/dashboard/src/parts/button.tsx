import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import css from './parts.module.css'

export interface ButtonProps {
  children?: ComponentChildren
  icon?: string
  look?: 'main' | 'danger' | 'quiet'
  size?: 'small'
  type?: 'button' | 'submit'
  disabled?: boolean
  onClick?: () => void
}

export function Button({ children, icon, look, size, type = 'button', disabled, onClick }: ButtonProps) {
  return (
    <button class={css.button} type={type} data-look={look} data-size={size} disabled={disabled} onClick={onClick}>
      {icon && <Icon path={icon} size={size ? 18 : 20} />}
      {children}
    </button>
  )
}

/** A button that is an icon; its name is for those who do not see it, and shown on hovering. */
export function RoundButton(props: {
  icon: string
  name: string
  filled?: boolean
  disabled?: boolean
  pressed?: boolean
  onClick: () => void
}) {
  return (
    <button
      class={css.round}
      type="button"
      aria-label={props.name}
      aria-pressed={props.pressed}
      title={props.name}
      data-filled={props.filled || undefined}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <Icon path={props.icon} />
    </button>
  )
}
