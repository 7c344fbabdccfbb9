import { mdiClose } from '@mdi/js'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { RoundButton } from './button.tsx'
import css from './parts.module.css'

/** A panel over the view, in the browser's own dialog, which keeps the focus inside. */
export function SheetPanel({ title, children }: { title: string; children: ComponentChildren }) {
  const { router } = useApp()
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    heading.current?.focus()
    // The dialog leaves the page without being closed, so it is for us to give the focus back.
    return () => before instanceof HTMLElement && before.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      class={css.sheet}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        router.close()
      }}
      onClick={(event) => event.target === dialog.current && router.close()}
    >
      <header>
        {/* Named first, then walked through: the focus begins at what the sheet is about. */}
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <RoundButton icon={mdiClose} name={t.common.close} onClick={() => router.close()} />
      </header>
      <div class={css.sheetBody}>{children}</div>
    </dialog>
  )
}
