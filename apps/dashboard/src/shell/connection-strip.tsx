import { mdiCloudOffOutline, mdiRefresh } from '@mdi/js'
import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import css from './shell.module.css'

/** A line that breaks for less than this is not worth a word. */
const graceMs = 1_000

/** Says that what is shown is not live, how old it is, and offers to try now. */
export function ConnectionStrip() {
  const { online, live, clock, reconnect } = useApp()
  const words = useWords()
  const { t } = words
  const [late, setLate] = useState(false)
  const away = !online.value
  useEffect(() => {
    if (!away) return setLate(false)
    const timer = setTimeout(() => setLate(true), graceMs)
    return () => clearTimeout(timer)
  }, [away])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-away', away && late)
  }, [away, late])
  if (!away || !late) return null
  const heard = live.heardAt.value
  const old = heard !== null && clock.second.value - Date.parse(heard) > 10_000
  return (
    <div class={css.strip} role="status">
      <Icon path={mdiCloudOffOutline} size={20} />
      <p>{old ? t.offline.lost(words.ago(heard, clock.second.value)) : t.offline.lostBare}</p>
      <Button size="small" icon={mdiRefresh} onClick={reconnect}>
        {t.offline.retry}
      </Button>
    </div>
  )
}
