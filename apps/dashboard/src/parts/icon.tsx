/**
 * An icon of Material Design Icons, by its path from `@mdi/js`: what is not imported is not in the bundle.
 * It stands beside words, or inside a button that has a name of its own, and is never read out.
 */
export function Icon({ path, size = 24 }: { path: string; size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} fill="currentColor" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}
