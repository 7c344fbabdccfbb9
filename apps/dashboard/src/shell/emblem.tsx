/** TALI's mark: a house whose lamp is on, and the tick that proves it. */
export function Emblem({ size = 36 }: { size?: number }) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
      <path
        d="M24 6.5 7.2 20.4a2 2 0 0 0-.7 1.5V38a3.5 3.5 0 0 0 3.5 3.5h28a3.5 3.5 0 0 0 3.5-3.5V21.9a2 2 0 0 0-.7-1.5Z"
        fill="var(--lamp)"
        stroke="var(--text)"
        stroke-width="3"
        stroke-linejoin="round"
      />
      <path
        d="m16 27.5 6 6 10.5-11.5"
        fill="none"
        stroke="var(--on-lamp)"
        stroke-width="4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
