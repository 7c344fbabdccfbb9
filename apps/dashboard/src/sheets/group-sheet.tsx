import { useRef } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { ReadingLine } from '../controls/reading.tsx'
import { Tile } from '../controls/tile.tsx'
import type { Sheet } from '../data/route.ts'
import { groupOf } from '../home/kinds.ts'
import { factsOf, type Facts } from '../home/summary.ts'
import { thingsOf } from '../house/things.ts'
import { SheetPanel } from '../parts/sheet.tsx'
import css from './sheets.module.css'

type Group = (Sheet & { kind: 'group' })['group']

function membersOf(facts: Facts, group: Group) {
  switch (group) {
    case 'lights':
      return facts.lightsOn
    case 'open':
      return [...facts.gates, ...facts.doors, ...facts.windows]
    case 'unlocked':
      return facts.unlocked
    case 'offline':
      return facts.offline
    case 'alarming':
      return facts.alarming
  }
}

/** The things that a word of the summary speaks of. What leaves the group while one looks stays in sight. */
export function GroupSheet({ group }: { group: Group }) {
  const { live } = useApp()
  const { t } = useWords()
  const seen = useRef(new Set<string>())
  const home = live.home.value
  const facts = factsOf(thingsOf(home?.entities ?? [], live))
  const members = membersOf(facts, group)
  for (const { entity } of members) seen.current.add(entity.id)
  const shown = (home?.entities ?? []).filter((entity) => seen.current.has(entity.id))
  return (
    <SheetPanel title={t.house.groupTitles[group]}>
      {members.length === 0 && <p class={css.hint}>{t.house.groupEmpty}</p>}
      <div class={css.stack}>
        {shown.map((entity) =>
          groupOf(entity) === 'sensors' ? (
            <ul key={entity.id} class={css.single}>
              <ReadingLine entity={entity} />
            </ul>
          ) : (
            <Tile key={entity.id} entity={entity} />
          ),
        )}
      </div>
    </SheetPanel>
  )
}
