import { mdiTimerOutline, mdiTimerPauseOutline } from '@mdi/js'
import type { Timer } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import { Icon } from '../parts/icon.tsx'
import css from './chat.module.css'

/** Timers counting down, as the home knows them now rather than as they were when the sentence was said. */
export function TimerCard({ timers }: { timers: Timer[] }) {
  const { household, clock } = useApp()
  const words = useWords()
  const { t } = words
  if (timers.length === 0) return null
  return (
    <div class={css.card}>
      {timers.map((said) => {
        const known = household.value
        const timer = known ? known.timers.find((one) => one.id === said.id) : said
        const left = timer?.paused
          ? timer.remainingSeconds
          : (Date.parse((timer ?? said).endsAt) - clock.second.value) / 1_000
        const over = !timer || left <= 0
        return (
          <div key={said.id} class={css.timer} data-over={over || undefined}>
            <Icon path={timer?.paused ? mdiTimerPauseOutline : mdiTimerOutline} />
            <span>
              <b>{said.name ?? t.chat.timer}</b>
              <small>{timer?.paused ? t.chat.paused : over ? t.chat.timerOver : words.time(timer.endsAt)}</small>
            </span>
            <strong role="timer">{over ? '0:00' : words.countdown(left)}</strong>
            <i style={{ '--left': String(over ? 0 : Math.min(1, left / Math.max(1, said.seconds))) }} />
          </div>
        )
      })}
    </div>
  )
}
