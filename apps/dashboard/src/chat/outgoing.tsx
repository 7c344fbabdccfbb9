import { mdiRefresh } from '@mdi/js'
import { useApp, useWords } from '../app.ts'
import type { Outgoing } from '../data/chat.ts'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import css from './chat.module.css'

/** What was written here and is not with the server yet; the text is never lost. */
export function OutgoingMessage({ outgoing }: { outgoing: Outgoing }) {
  const { chat, online } = useApp()
  const { t } = useWords()
  const stuck = outgoing.state !== 'sending'
  const text =
    outgoing.state === 'failed'
      ? outgoing.problem?.detail || t.common.unknownProblem
      : { sending: t.chat.sending, unsent: t.chat.unsent, unsure: t.chat.unsure }[outgoing.state]
  return (
    <section class={css.group} data-author="me">
      <p class={css.said} data-stuck={stuck || undefined}>
        {outgoing.text}
      </p>
      <p class={css.fate} data-stuck={stuck || undefined} role="status">
        <Mark outcome={stuck ? 'no_echo' : 'sent'} />
        {text}
      </p>
      {stuck && (
        <div class={css.fateActions}>
          <Button size="small" icon={mdiRefresh} disabled={!online.value} onClick={() => chat.retry(outgoing.id)}>
            {t.chat.sendAgain}
          </Button>
          <Button size="small" look="quiet" onClick={() => chat.discard(outgoing.id)}>
            {t.chat.discard}
          </Button>
        </div>
      )}
    </section>
  )
}
