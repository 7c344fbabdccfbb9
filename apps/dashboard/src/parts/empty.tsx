import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import css from './parts.module.css'

/** A view that has nothing to show says so, and what would change it. */
export function Empty(props: { icon: string; title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class={css.empty}>
      <span>
        <Icon path={props.icon} size={32} />
      </span>
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
    </div>
  )
}
