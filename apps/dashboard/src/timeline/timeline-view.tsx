import { mdiHistory } from '@mdi/js'
import { useEffect, useMemo } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { Empty } from '../parts/empty.tsx'
import { Button } from '../parts/button.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { Filters, filterOf } from './filters.tsx'
import { rowsOf } from './rows.ts'
import { WindowedRows } from './windowed-rows.tsx'
import css from './timeline.module.css'

export function TimelineView() {
  const { feed, live, router, clock } = useApp()
  const words = useWords()
  const { t } = words
  const { query } = router.route.value
  const key = query.toString()
  const filter = filterOf(query)
  useEffect(() => {
    void feed.show(filter)
  }, [key, words.language])

  const news = live.ledgerNews.value
  useEffect(() => {
    if (news > 0 && feed.lines.peek().length > 0) void feed.newer()
  }, [news])

  const lines = feed.lines.value
  const rows = useMemo(() => {
    const days = new Map<string, string>()
    // A day's name is asked once for each hour: midnight falls on an hour in every time zone.
    const dayOf = (at: string): string => {
      const hour = at.slice(0, 13)
      let day = days.get(hour)
      if (day === undefined) days.set(hour, (day = words.day(at, clock.now())))
      return day
    }
    return rowsOf(lines, dayOf)
  }, [lines, words])
  const state = feed.state.value
  const filtered = [...query.keys()].length > 0
  return (
    <div class={css.view}>
      <header class={css.title}>
        <h1>{t.timeline.title}</h1>
        <Filters filter={filter} />
      </header>
      {state === 'failed' && <ProblemNote error={feed.error.value} onRetry={() => void feed.older()} />}
      {lines.length === 0 && state === 'loading' && <Waiting text={t.timeline.loading} />}
      {lines.length === 0 && state === 'idle' && (
        <Empty
          icon={mdiHistory}
          title={filtered ? t.timeline.noneTitle : t.timeline.emptyTitle}
          text={filtered ? t.timeline.noneText : t.timeline.emptyText}
        >
          {filtered && <Button onClick={() => router.go('/timeline', { replace: true })}>{t.timeline.clear}</Button>}
        </Empty>
      )}
      {rows.length > 0 && <WindowedRows rows={rows} onEnd={() => void feed.older()} />}
    </div>
  )
}
