import { mdiCheck, mdiContentCopy } from '@mdi/js'
import { useState } from 'preact/hooks'
import { useWords } from '../app.ts'
import { RoundButton } from './button.tsx'
import css from './parts.module.css'

/** Something to carry elsewhere, with a button that copies it. */
export function Copy({ text, shown = text, big }: { text: string; shown?: string; big?: boolean }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  async function copy(): Promise<void> {
    await copyText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 1_600)
  }
  return (
    <div class={css.copy} data-big={big || undefined}>
      <span class={css.mono}>{shown}</span>
      <span class="unseen" role="status">
        {copied ? t.common.copied : ''}
      </span>
      <RoundButton icon={copied ? mdiCheck : mdiContentCopy} name={t.common.copy} onClick={() => void copy()} />
    </div>
  )
}

/** The clipboard's API is there on HTTPS and localhost alone; on a plain address of the home the old way still works. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'unseen'
  ;(document.querySelector('dialog[open]') ?? document.body).append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
