import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import css from './parts.module.css'

const holdMs = 900

/** For what must not happen by a brush of the hand: acts when it was held for a moment, by finger, mouse or key. */
export function HoldButton(props: {
  icon: string
  label: string
  holding: string
  disabled?: boolean
  onHeld: () => void
}) {
  const [held, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const release = (): void => {
    clearTimeout(timer.current)
    setHeld(false)
  }
  const hold = (): void => {
    if (props.disabled || held) return
    setHeld(true)
    timer.current = setTimeout(() => {
      setHeld(false)
      props.onHeld()
    }, holdMs)
  }
  useEffect(() => release, [])
  return (
    <button
      class={`${css.button} ${css.hold}`}
      type="button"
      disabled={props.disabled}
      data-held={held || undefined}
      style={{ '--hold-ms': `${holdMs}ms` }}
      onPointerDown={(event) => event.button === 0 && hold()}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'Enter') {
          event.preventDefault()
          hold()
        }
      }}
      onKeyUp={release}
      onBlur={release}
    >
      <span>
        <Icon path={props.icon} size={20} />
        {held ? props.holding : props.label}
      </span>
    </button>
  )
}
