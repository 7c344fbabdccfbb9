import type { Entity } from '@tali/contracts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import type { Points } from '../data/history.ts'
import { digitsOf, numberOf } from '../home/state-text.ts'
import css from './controls.module.css'

/** A curve can be drawn of what reports numbers. */
export function hasCurve(entity: Entity, value: string | undefined): boolean {
  return (
    entity.domain === 'sensor' && entity.deviceClass !== 'timestamp' && value !== undefined && numberOf(value) !== null
  )
}

/** The last 24 hours, small, in a line of readings. Loaded when it is first seen. */
export function Sparkline({ entity }: { entity: Entity }) {
  const { root } = useCurve(entity, false)
  return <div class={css.spark} ref={root} aria-hidden="true" />
}

/** The last 24 hours with axes, and in words what it shows. */
export function Curve({ entity }: { entity: Entity }) {
  const words = useWords()
  const { root, points } = useCurve(entity, true)
  const values = points?.map(([, value]) => value) ?? []
  const text = (value: number): string => words.quantity(value, entity.unit, digitsOf(entity))
  return (
    <figure class={css.curve}>
      <figcaption class={css.hintLine}>
        {words.t.entity.history}
        {values.length > 1 && ` · ${words.t.entity.range(text(Math.min(...values)), text(Math.max(...values)))}`}
      </figcaption>
      {points && points.length < 2 ? <p class={css.hintLine}>{words.t.entity.historyEmpty}</p> : <div ref={root} />}
    </figure>
  )
}

function useCurve(entity: Entity, axes: boolean) {
  const { history, clock, theme } = useApp()
  const words = useWords()
  const root = useRef<HTMLDivElement>(null)
  const [points, setPoints] = useState<Points | null>(null)
  const choice = theme.choice.value
  useEffect(() => {
    const element = root.current
    if (!element) return
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      // Without a curve the reading still stands there, so a failure needs no words of its own.
      history.of(entity.id).then(setPoints, () => undefined)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [entity.id])
  useEffect(() => {
    const element = root.current
    if (!element || !points || points.length < 2) return
    let erase: (() => void) | undefined
    let gone = false
    async function draw(into: HTMLElement, curve: Points): Promise<void> {
      const { drawCurve } = await import('./draw-curve.ts')
      if (gone) return
      const label = (value: number): string => words.quantity(value, entity.unit)
      erase = drawCurve(into, curve, { axes, now: clock.now(), label, time: words.time })
    }
    draw(element, points).catch(() => undefined) // out of reach: the reading stands there without its curve
    return () => {
      gone = true
      erase?.()
    }
  }, [points, axes, choice, words])
  return { root, points }
}
