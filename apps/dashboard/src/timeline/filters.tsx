import { mdiChevronDown, mdiClose } from '@mdi/js'
import { useEffect, useState } from 'preact/hooks'
import type { Resident } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import type { LedgerFilter } from '../data/api.ts'
import { Icon } from '../parts/icon.tsx'
import css from './timeline.module.css'

const names = ['area', 'resident', 'cause', 'entity'] as const

export function filterOf(query: URLSearchParams): LedgerFilter {
  return Object.fromEntries(names.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])))
}

/** Filters as chips, kept in the address: a filtered timeline can be kept as a bookmark. */
export function Filters({ filter }: { filter: LedgerFilter }) {
  const { api, live, router } = useApp()
  const { t } = useWords()
  const [residents, setResidents] = useState<Resident[]>([])
  useEffect(() => {
    // Without the names the filter of persons is left out; the timeline itself tells of the trouble.
    api.residents().then(setResidents, () => undefined)
  }, [])
  const home = live.home.value
  const entity = home?.entities.find((one) => one.id === filter.entity)

  function choose(name: (typeof names)[number], value: string): void {
    const query = new URLSearchParams(router.route.peek().query)
    if (value) query.set(name, value)
    else query.delete(name)
    const text = query.toString()
    router.go(`/timeline${text && `?${text}`}`, { replace: true })
  }
  return (
    <div class={css.filters} role="group" aria-label={t.timeline.filters}>
      {filter.entity && (
        <button class={css.chip} type="button" data-set onClick={() => choose('entity', '')}>
          {t.timeline.only(entity?.name ?? filter.entity)}
          <Icon path={mdiClose} size={18} />
        </button>
      )}
      <Chip
        name={t.timeline.allAreas}
        value={filter.area ?? ''}
        options={(home?.areas ?? []).map((area) => [area.id, area.name])}
        onChoose={(value) => choose('area', value)}
      />
      {residents.length > 0 && (
        <Chip
          name={t.timeline.everybody}
          value={filter.resident ?? ''}
          options={residents.map((resident) => [resident.id, resident.name])}
          onChoose={(value) => choose('resident', value)}
        />
      )}
      <Chip
        name={t.timeline.allCauses}
        value={filter.cause ?? ''}
        options={Object.entries(t.timeline.causes)}
        onChoose={(value) => choose('cause', value)}
      />
    </div>
  )
}

/** A chip that is the platform's own select: it works with keyboard, screen reader and thumb as people know it. */
function Chip(props: { name: string; value: string; options: [string, string][]; onChoose: (value: string) => void }) {
  return (
    <label class={css.chip} data-set={props.value !== '' || undefined}>
      <select
        aria-label={props.name}
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <option value="">{props.name}</option>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon path={mdiChevronDown} size={18} />
    </label>
  )
}
