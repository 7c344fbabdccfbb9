import { mdiChevronDown, mdiChevronLeft, mdiFloorPlan, mdiPencilOutline } from '@mdi/js'
import type { Area, Entity } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import controls from '../controls/controls.module.css'
import { ReadingLine } from '../controls/reading.tsx'
import { Tile } from '../controls/tile.tsx'
import { groupOf, groups } from '../home/kinds.ts'
import { iconOfArea } from '../home/rooms.ts'
import { factsOf } from '../home/summary.ts'
import { RoundButton } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import parts from '../parts/parts.module.css'
import { entitiesOf, thingsOf } from './things.ts'
import css from './house.module.css'

export function AreaView() {
  const { live, router } = useApp()
  const { t } = useWords()
  const home = live.home.value
  const area = home?.areas.find((one) => one.id === router.route.value.areaId)
  if (!home) return null
  if (!area) return <Empty icon={mdiFloorPlan} title={t.house.areaGone} text="" />
  const entities = entitiesOf(home, area.id)
  const daily = entities.filter((entity) => entity.category === null)
  const technical = entities.filter((entity) => entity.category !== null)
  return (
    <>
      <AreaHeader area={area} entities={daily} />
      {daily.length === 0 && <Empty icon={mdiFloorPlan} title={t.house.areaEmptyTitle} text={t.house.areaEmptyText} />}
      {groups.map((group) => {
        const members = daily.filter((entity) => groupOf(entity) === group)
        if (members.length === 0) return null
        return (
          <section key={group} class={css.group}>
            <h2>{t.house.groups[group]}</h2>
            {group === 'sensors' ? <Readings entities={members} /> : <Tiles entities={members} />}
          </section>
        )
      })}
      {technical.length > 0 && (
        <details class={css.group}>
          <summary class={parts.summary}>
            {t.house.diagnostics}
            <Icon path={mdiChevronDown} />
          </summary>
          <Tiles entities={technical.filter((entity) => groupOf(entity) !== 'sensors')} />
          <Readings entities={technical.filter((entity) => groupOf(entity) === 'sensors')} />
        </details>
      )}
    </>
  )
}

function AreaHeader({ area, entities }: { area: Area; entities: Entity[] }) {
  const { live, router } = useApp()
  const words = useWords()
  const { t } = words
  const facts = factsOf(thingsOf(entities, live))
  return (
    <header class={css.areaHeader}>
      <Link to="/house" class={parts.round} label={t.common.back}>
        <Icon path={mdiChevronLeft} />
      </Link>
      <span class={css.areaIcon}>
        <Icon path={iconOfArea(area)} size={26} />
      </span>
      <h1>{area.name}</h1>
      <p>
        {facts.temperature && <strong>{words.quantity(facts.temperature.value, facts.temperature.unit)}</strong>}
        {facts.humidity !== null && <span>{words.percent(facts.humidity)}</span>}
      </p>
      <RoundButton
        icon={mdiPencilOutline}
        name={t.house.editArea}
        onClick={() => router.open({ kind: 'area', areaId: area.id })}
      />
    </header>
  )
}

function Tiles({ entities }: { entities: Entity[] }) {
  return (
    <div class={css.tiles}>
      {entities.map((entity) => (
        <Tile key={entity.id} entity={entity} />
      ))}
    </div>
  )
}

function Readings({ entities }: { entities: Entity[] }) {
  if (entities.length === 0) return null
  return (
    <ul class={controls.readings}>
      {entities.map((entity) => (
        <ReadingLine key={entity.id} entity={entity} />
      ))}
    </ul>
  )
}
