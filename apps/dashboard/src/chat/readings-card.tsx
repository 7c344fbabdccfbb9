import { mdiChartLineVariant } from '@mdi/js'
import type { Reading } from '@tali/contracts'
import { useState } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { iconOf } from '../home/entity-icon.ts'
import { valueText } from '../home/state-text.ts'
import { Icon } from '../parts/icon.tsx'
import css from './chat.module.css'

const shownAtFirst = 5

/** The readings behind an answer, each a way to the thing itself. An old one carries its age. */
export function ReadingsCard({ readings, mean }: { readings: Reading[]; mean: number | null }) {
  const { router } = useApp()
  const words = useWords()
  const { t } = words
  const [all, setAll] = useState(false)
  if (readings.length === 0) return null
  const shown = all ? readings : readings.slice(0, shownAtFirst)
  return (
    <div class={css.card}>
      {shown.map(({ entity, value, unit, ageMs, available, old }) => (
        <button
          key={entity.id}
          type="button"
          class={css.readingRow}
          onClick={() => router.open({ kind: 'entity', entityId: entity.id })}
        >
          <Icon path={iconOf(entity, value === 'on' || value === 'open')} />
          <span>
            <b>{entity.name}</b>
            <small>
              {[entity.areaName, !available && t.age.offline, old && ageMs !== null && t.age.old(words.age(ageMs))]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
          <strong data-old={old || !available || undefined}>{valueText({ ...entity, unit }, value, words)}</strong>
        </button>
      ))}
      {mean !== null && readings.length > 1 && (
        <p class={css.readingRow}>
          <Icon path={mdiChartLineVariant} />
          <span>
            <b>{t.chat.average}</b>
          </span>
          <strong>{words.quantity(mean, readings[0]?.unit ?? null)}</strong>
        </p>
      )}
      {readings.length > shownAtFirst && (
        <button class={css.moreRow} type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.common.less : t.common.more(readings.length - shownAtFirst)}
        </button>
      )}
    </div>
  )
}
