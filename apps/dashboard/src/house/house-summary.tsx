import {
  mdiCloudOffOutline,
  mdiLightbulb,
  mdiLightbulbOutline,
  mdiLockOpenVariantOutline,
  mdiLockOutline,
  mdiShieldAlertOutline,
  mdiThermometer,
  mdiWindowClosedVariant,
  mdiWindowOpenVariant,
} from '@mdi/js'
import type { Home } from '@tali/contracts'
import type { Sheet } from '../data/route.ts'
import { useApp, useWords } from '../app.ts'
import { kindOf } from '../home/kinds.ts'
import { isOutside } from '../home/rooms.ts'
import { factsOf } from '../home/summary.ts'
import { valueText } from '../home/state-text.ts'
import { Icon } from '../parts/icon.tsx'
import { initialOf } from '../shell/navigation.tsx'
import { thingsOf } from './things.ts'
import css from './house.module.css'

interface Line {
  icon: string
  text: string
  group: (Sheet & { kind: 'group' })['group'] | null
  look?: 'danger' | 'unsure' | 'lamp'
}

/** The whole home in a few words; each opens the things it speaks of. Who is at home stands beside it. */
export function HouseSummary({ home }: { home: Home }) {
  const { live, router } = useApp()
  const words = useWords()
  const { summary } = words.t.house
  const outside = new Set(home.areas.filter(isOutside).map((area) => area.id))
  const things = thingsOf(home.entities, live)
  const facts = factsOf(things)
  const { temperature } = factsOf(things.filter(({ entity }) => !outside.has(entity.areaId ?? '')))
  const [windows, doors, gates] = [facts.windows.length, facts.doors.length, facts.gates.length]
  const open = windows + doors + gates
  const openText = open === windows ? summary.windows(open) : open === doors ? summary.doors(open) : summary.open(open)
  const lines: (Line | false)[] = [
    facts.alarming.length > 0 && {
      icon: mdiShieldAlertOutline,
      text: words.list(facts.alarming.map(({ entity }) => entity.name)),
      group: 'alarming',
      look: 'danger',
    },
    facts.lights.length > 0 &&
      (facts.lightsOn.length > 0
        ? { icon: mdiLightbulb, text: summary.lightsOn(facts.lightsOn.length), group: 'lights', look: 'lamp' }
        : { icon: mdiLightbulbOutline, text: summary.allOff, group: null }),
    temperature !== null && {
      icon: mdiThermometer,
      text: summary.inside(words.quantity(temperature.value, temperature.unit)),
      group: null,
    },
    open > 0
      ? { icon: mdiWindowOpenVariant, text: openText, group: 'open' }
      : { icon: mdiWindowClosedVariant, text: summary.allClosed, group: null },
    facts.locks.length > 0 &&
      (facts.unlocked.length > 0
        ? {
            icon: mdiLockOpenVariantOutline,
            text: summary.unlocked(facts.unlocked.length),
            group: 'unlocked',
            look: 'unsure',
          }
        : { icon: mdiLockOutline, text: summary.allLocked, group: null }),
    facts.offline.length > 0 && {
      icon: mdiCloudOffOutline,
      text: summary.offline(facts.offline.length),
      group: 'offline',
    },
  ]
  return (
    <div class={css.summary}>
      <ul>
        {lines
          .filter((line) => line !== false)
          .map(({ icon, text, group, look }) => (
            <li key={icon} data-look={look}>
              {group ? (
                <button type="button" onClick={() => router.open({ kind: 'group', group })}>
                  <Icon path={icon} size={20} />
                  {text}
                </button>
              ) : (
                <span>
                  <Icon path={icon} size={20} />
                  {text}
                </span>
              )}
            </li>
          ))}
      </ul>
      <People home={home} />
    </div>
  )
}

function People({ home }: { home: Home }) {
  const { live, router } = useApp()
  const words = useWords()
  const people = home.entities.filter((entity) => kindOf(entity) === 'presence' && entity.category === null)
  if (people.length === 0) return null
  return (
    <ul class={css.people} aria-label={words.t.house.people}>
      {people.slice(0, 6).map((person) => {
        const state = live.state(person.id).value
        const text = valueText(person, state?.value ?? 'unknown', words)
        return (
          <li key={person.id}>
            <button
              type="button"
              data-home={state?.value === 'home' || undefined}
              onClick={() => router.open({ kind: 'entity', entityId: person.id })}
            >
              <i aria-hidden="true">{initialOf(person.name)}</i>
              <span>
                {person.name}
                <small>{text}</small>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
