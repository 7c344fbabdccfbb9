import { mdiLightbulb, mdiLightbulbOutline } from '@mdi/js'
import type { Area, Entity } from '@tali/contracts'
import { useApp, useWords } from '../app.ts'
import { iconOfArea } from '../home/rooms.ts'
import { factsOf, summaryOf, type Thing } from '../home/summary.ts'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { thingsOf } from './things.ts'
import css from './house.module.css'

/** An area in one look: its name, its warmth, what is on; and its lights by one touch. */
export function AreaCard({ area, entities }: { area: Area; entities: Entity[] }) {
  const { live } = useApp()
  const words = useWords()
  const facts = factsOf(thingsOf(entities, live))
  const lines = summaryOf(facts, entities.length, words)
  const lit = facts.lightsOn.length > 0
  return (
    <li class={css.area} data-lit={lit || undefined} data-alarming={facts.alarming.length > 0 || undefined}>
      <Link to={`/house/${encodeURIComponent(area.id)}`} class={css.areaLink}>
        <span class={css.areaIcon}>
          <Icon path={iconOfArea(area)} size={26} />
        </span>
        <span class={css.areaText}>
          <span class={css.areaName}>{area.name}</span>
          <span class={css.areaSummary}>{lines.join(' · ')}</span>
        </span>
        {facts.temperature && (
          <span class={css.areaTemperature}>{words.quantity(facts.temperature.value, '°', 1).replace(/\s°/, '°')}</span>
        )}
      </Link>
      {facts.lights.length > 0 && (
        <LightsButton name={words.t.house.lightsHere(area.name)} lights={facts.lights} lit={lit} />
      )}
    </li>
  )
}

/** All lights of an area: off when any is on, else on. Each lamp is a command of its own, with its own outcome. */
function LightsButton({ name, lights, lit }: { name: string; lights: Thing[]; lit: boolean }) {
  const { commands, online } = useApp()
  const sent = lights.some(({ entity }) => commands.of(entity.id).value?.phase === 'sent')
  const silent = lights.some(({ entity }) => {
    const command = commands.of(entity.id).value
    return command?.phase === 'ended' && command.result?.outcome === 'no_echo'
  })
  function toggle(): void {
    for (const { entity, state } of lights) {
      if ((state?.value === 'on') === lit) void commands.run(entity.id, lit ? 'turn_off' : 'turn_on')
    }
  }
  return (
    <button
      class={css.lights}
      type="button"
      role="switch"
      aria-checked={lit}
      aria-label={name}
      title={name}
      data-sent={sent || undefined}
      data-silent={silent || undefined}
      disabled={!online.value}
      onClick={toggle}
    >
      <Icon path={lit ? mdiLightbulb : mdiLightbulbOutline} />
    </button>
  )
}
