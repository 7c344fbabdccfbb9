import { mdiAccessPoint, mdiHomeOutline } from '@mdi/js'
import type { Entity } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import { Tile } from '../controls/tile.tsx'
import { ReadingLine } from '../controls/reading.tsx'
import controls from '../controls/controls.module.css'
import { groupOf, kindOf } from '../home/kinds.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { AreaCard } from './area-card.tsx'
import { HouseSummary } from './house-summary.tsx'
import { entitiesOf, floorsOf } from './things.ts'
import css from './house.module.css'

export function HouseView() {
  const { live, router, session } = useApp()
  const { t } = useWords()
  const home = live.home.value
  if (!home) return null
  const loose = entitiesOf(home, null).filter((entity) => entity.category === null && kindOf(entity) !== 'presence')
  const admin = session.me.value?.resident.role === 'admin'
  if (home.entities.length === 0 && home.areas.length === 0) {
    return (
      <Empty icon={mdiHomeOutline} title={t.house.emptyTitle} text={t.house.emptyText}>
        {admin && (
          <Button icon={mdiAccessPoint} onClick={() => router.open({ kind: 'devices' })}>
            {t.house.connect}
          </Button>
        )}
      </Empty>
    )
  }
  const sections = floorsOf(home)
  return (
    <>
      <header class={css.title}>
        <h1>{t.house.title}</h1>
        <HouseSummary home={home} />
      </header>
      {sections.map(({ floor, areas }) => (
        <section key={floor?.id ?? ''} class={css.floor}>
          {(floor || sections.length > 1) && <h2>{floor?.name ?? t.house.noFloor}</h2>}
          <ul class={css.areas}>
            {areas.map((area) => (
              <AreaCard key={area.id} area={area} entities={entitiesOf(home, area.id)} />
            ))}
          </ul>
        </section>
      ))}
      {loose.length > 0 && <Loose entities={loose} />}
    </>
  )
}

function Loose({ entities }: { entities: Entity[] }) {
  const { t } = useWords()
  const [controlled, read] = [
    entities.filter((entity) => groupOf(entity) !== 'sensors'),
    entities.filter((entity) => groupOf(entity) === 'sensors'),
  ]
  return (
    <section class={css.floor}>
      <h2>{t.house.unassigned}</h2>
      <p class={css.hint}>{t.house.unassignedHint}</p>
      <div class={css.tiles}>
        {controlled.map((entity) => (
          <Tile key={entity.id} entity={entity} />
        ))}
      </div>
      {read.length > 0 && (
        <ul class={controls.readings}>
          {read.map((entity) => (
            <ReadingLine key={entity.id} entity={entity} />
          ))}
        </ul>
      )}
    </section>
  )
}
