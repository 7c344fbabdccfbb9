import type { ComponentChildren } from 'preact'
import { useApp } from '../app.ts'

/** A link within the page: a plain one for the browser (new tab, copy address), without loading anew. */
export function Link(props: {
  to: string
  class?: string | undefined
  current?: boolean
  label?: string
  children: ComponentChildren
}) {
  const { router } = useApp()
  return (
    <a
      href={props.to}
      class={props.class}
      aria-current={props.current ? 'page' : undefined}
      aria-label={props.label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        router.go(props.to)
      }}
    >
      {props.children}
    </a>
  )
}
