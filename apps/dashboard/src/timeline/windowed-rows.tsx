import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { LineRow } from './line-row.tsx'
import type { Row } from './rows.ts'
import { windowOf } from './window.ts'
import css from './timeline.module.css'

const guessedLine = 65
const guessedDay = 56
/** The next page is asked for when the end is nearer than this, in px. */
const nearEnd = 1_500

/** Rows of any height, of which only those in sight are in the page. The page itself scrolls. */
export function WindowedRows({ rows, onEnd }: { rows: Row[]; onEnd: () => void }) {
  const { clock } = useApp()
  const words = useWords()
  const root = useRef<HTMLOListElement>(null)
  const measured = useRef(new Map<string, number>())
  const [version, setVersion] = useState(0)
  const [sight, setSight] = useState({ top: 0, view: window.innerHeight })
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => {
    let frame = 0
    const look = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        const box = root.current?.getBoundingClientRect()
        if (box) setSight({ top: Math.max(0, -box.top), view: window.innerHeight })
      })
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [])

  const heights = useMemo(
    () => rows.map((row) => measured.current.get(row.key) ?? (row.kind === 'day' ? guessedDay : guessedLine)),
    [rows, version],
  )
  const shown = windowOf(heights, sight.top, sight.view)
  useEffect(() => {
    if (shown.total - sight.top - sight.view < nearEnd) onEnd()
  }, [rows, sight])

  // What is drawn is measured; where a guess was wrong, the rows below it move once.
  useLayoutEffect(() => {
    const list = root.current
    if (!list) return
    const observer = new ResizeObserver((entries) => {
      let changed = false
      for (const { target } of entries) {
        const key = (target as HTMLElement).dataset['key'] ?? ''
        const height = target.getBoundingClientRect().height
        if (height > 0 && Math.abs((measured.current.get(key) ?? 0) - height) > 0.5) {
          measured.current.set(key, height)
          changed = true
        }
      }
      if (changed) setVersion((n) => n + 1)
    })
    for (const row of list.children) observer.observe(row)
    return () => observer.disconnect()
  }, [rows, shown.first, shown.end])

  const toggle = (key: string): void => {
    const next = new Set(opened)
    if (!next.delete(key)) next.add(key)
    setOpened(next)
  }
  return (
    <ol
      class={css.rows}
      ref={root}
      aria-label={words.t.timeline.list}
      style={{ '--before': `${shown.before}px`, '--total': `${shown.total}px` }}
    >
      {rows.slice(shown.first, shown.end).map((row) =>
        row.kind === 'day' ? (
          <li key={row.key} data-key={row.key} class={css.day}>
            <h2>{words.day(row.at, clock.now())}</h2>
          </li>
        ) : (
          <LineRow
            key={row.key}
            line={row.line}
            others={row.others}
            open={opened.has(row.key)}
            onToggle={() => toggle(row.key)}
          />
        ),
      )}
    </ol>
  )
}
