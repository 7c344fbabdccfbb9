import { mdiClose } from '@mdi/js'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { RoundButton } from './button.tsx'
import css from './parts.module.css'

/** A panel over the view: the browser's own dialog keeps the focus inside and gives it back. */
export function SheetPanel({ title, children }: { title: string; children: ComponentChildren }) {
  const { router } = useApp()
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
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
        <h2 tabIndex={-1} autofocus>
          {title}
        </h2>
        <RoundButton icon={mdiClose} name={t.common.close} onClick={() => router.close()} />
      </header>
      <div class={css.sheetBody}>{children}</div>
    </dialog>
  )
}
