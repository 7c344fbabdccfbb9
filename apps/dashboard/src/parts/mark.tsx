import type { Outcome } from '@tali/contracts'
import css from './parts.module.css'

/** The dot of an outcome: hollow when sent, filled when confirmed, a triangle for no answer, a lozenge for a no. */
export function Mark({ outcome }: { outcome: Outcome | 'sent' }) {
  return <span class={css.mark} data-outcome={outcome} aria-hidden="true" />
}
