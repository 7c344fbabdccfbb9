import type { LedgerEvent, Say } from '@tali/contracts'
import type { Candidate } from '@tali/language'
import { isoTime, type Clock } from '@tali/runtime'
import type { Home } from '../../home/home.ts'
import { causeStep } from '../../ledger/cause-step.ts'
import type { LedgerReader } from '../../ledger/ledger-reader.ts'
import { periodOf } from '../../ledger/period.ts'
import type { Residents } from '../../residents/residents.ts'
import type { IntentHandler, Moment } from '../moment.ts'
import { scopeOf, textOf, wholeHome } from '../scope.ts'

/** Steps that an answer tells, at most; the timeline has the rest. */
const maxSteps = 12
const maxEvents = 500

/** What people mean by "something happened": not every reading of every sensor. */
const noteworthy = new Set([
  'light',
  'switch',
  'cover',
  'lock',
  'climate',
  'fan',
  'alarm_control_panel',
  'media_player',
  'vacuum',
  'person',
  'device_tracker',
  'scene',
  'valve',
  'siren',
  'lawn_mower',
  'humidifier',
  'water_heater',
])
const noteworthySensors = new Set([
  'door',
  'window',
  'garage_door',
  'opening',
  'smoke',
  'gas',
  'carbon_monoxide',
  'moisture',
  'tamper',
  'safety',
  'lock',
])

/** "What happened in the kitchen this morning?", "what did Maddie do today?" */
export function createHappened(options: {
  home: Home
  ledger: LedgerReader
  residents: Residents
  clock: Clock
  timeZone: string
}): IntentHandler {
  const { home, ledger, residents, clock, timeZone } = options

  return async (candidate, moment): Promise<Say> => {
    const name = textOf(candidate.slots['period']?.value)
    const period = periodOf(name, clock.now(), timeZone)
    const about = subject(candidate, moment)
    if (!about) return unknownPerson(candidate)
    const events = await ledger.query({
      ...about,
      types: ['tali.core.state.changed'],
      from: isoTime(period.from),
      until: isoTime(period.to),
      limit: maxEvents,
      order: 'oldest',
    })
    const told = events.filter(tells)
    const steps = told.slice(-maxSteps).map((event) => causeStep(event, (id) => home.refer(id)))
    return {
      kind: 'happened',
      scope: scopeOf(candidate, home),
      entity: aboutOne(candidate),
      from: isoTime(period.from),
      to: isoTime(period.to),
      period: name,
      steps,
      more: told.length - steps.length,
    }
  }

  /** A resident's doings, a thing's, or a place's. */
  function subject(candidate: Candidate, { turn }: Moment) {
    if (candidate.slots['person'] && turn.principal.kind === 'resident')
      return { residentId: turn.principal.residentId }
    const person = textOf(candidate.slots['name']?.value)
    const resident = residents
      .all()
      .find((each) => each.name.localeCompare(person ?? '', undefined, { sensitivity: 'base' }) === 0)
    if (resident) return { residentId: resident.id }
    if (person !== null && candidate.targets.length === 0) return null
    if (candidate.targets.length > 0 && person !== null) return { entityIds: candidate.targets.slice(0, 1_000) }
    return { entityIds: inScope(candidate).slice(0, 1_000) }
  }

  function unknownPerson({ slots }: Candidate): Say {
    const known = residents.all().map((each) => each.name)
    const said = slots['name']?.text ?? null
    return {
      kind: 'not_understood',
      why: 'unknown_name',
      said,
      scope: wholeHome,
      known: [],
      examples: known.slice(0, 4),
    }
  }

  /** Everything noteworthy in the area or on the floor that was named; in the whole home when none was. */
  function inScope({ slots }: Candidate): string[] {
    const areaId = textOf(slots['area']?.value)
    const floorId = textOf(slots['floor']?.value)
    return [...home.registry.entityIds()].filter((id) => {
      const entity = home.registry.describe(id)
      if (!entity || entity.category !== null || !isNoteworthy(entity)) return false
      if (areaId !== null && entity.areaId !== areaId) return false
      return floorId === null || home.places.area(entity.areaId)?.floorId === floorId
    })
  }

  function aboutOne(candidate: Candidate) {
    const [only] = candidate.targets
    return candidate.targets.length === 1 && only !== undefined && candidate.slots['name'] ? home.refer(only) : null
  }
}

function isNoteworthy({ domain, deviceClass }: { domain: string; deviceClass: string | null }): boolean {
  return noteworthy.has(domain) || (domain === 'binary_sensor' && noteworthySensors.has(deviceClass ?? ''))
}

/** A state that became another; what was only learned after a restart says nothing of its time. */
function tells(event: LedgerEvent): boolean {
  return 'from' in event && event.from !== null && event.from !== event.to && event.cause.kind !== 'restart'
}
