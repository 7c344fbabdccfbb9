import type { Cause, Language, LedgerEvent, TimelineLine } from '@tali/contracts'
import { storyNow } from './story-home.ts'

const maddie: Cause = { kind: 'resident', residentId: 'maddie', name: 'Maddie', channel: 'chat' }

type Tell = Record<Language, string>
interface Moment {
  minutesAgo: number
  text: Tell
  cause: Cause
  causeText: Tell
  entityId?: string
  areaId?: string
  from?: string
  to?: string
  kind?: 'state' | 'turn' | 'concluded' | 'offline' | 'started'
  outcome?: 'confirmed' | 'no_echo' | 'refused'
  parent?: number
}

const byChat: Tell = { en: 'Maddie, by chat', de: 'Maddie, per Chat' }
const byHand: Tell = { en: 'By hand, or a switch on the wall', de: 'Von Hand, oder ein Schalter an der Wand' }
const itself: Tell = { en: 'The device itself', de: 'Das Gerät selbst' }

const moments: Moment[] = [
  {
    minutesAgo: 2,
    text: { en: 'The kitchen lamp went on.', de: 'Die Küchenlampe ging an.' },
    cause: maddie,
    causeText: byChat,
    entityId: 'light.kitchen',
    areaId: 'kitchen',
    from: 'off',
    to: 'on',
    parent: 1,
  },
  {
    minutesAgo: 2,
    text: {
      en: 'Maddie said: “turn on the kitchen light and tell me how warm it is upstairs”',
      de: 'Maddie sagte: „mach das Küchenlicht an und sag mir, wie warm es oben ist“',
    },
    cause: maddie,
    causeText: byChat,
    kind: 'turn',
  },
  {
    minutesAgo: 9,
    text: { en: 'Motion was seen in the hallway.', de: 'Im Eingangsbereich wurde Bewegung gesehen.' },
    cause: { kind: 'device' },
    causeText: itself,
    entityId: 'binary_sensor.hall_motion',
    areaId: 'hall',
    from: 'off',
    to: 'on',
  },
  {
    minutesAgo: 17,
    text: { en: 'The garage light has not answered.', de: 'Das Garagenlicht hat nicht geantwortet.' },
    cause: maddie,
    causeText: byChat,
    entityId: 'light.garage',
    areaId: 'garage',
    kind: 'concluded',
    outcome: 'no_echo',
  },
  {
    minutesAgo: 42,
    text: { en: 'The kitchen window was opened.', de: 'Das Küchenfenster wurde geöffnet.' },
    cause: { kind: 'device' },
    causeText: itself,
    entityId: 'binary_sensor.kitchen_window',
    areaId: 'kitchen',
    from: 'off',
    to: 'on',
  },
  {
    minutesAgo: 65,
    text: { en: 'The wallbox went offline.', de: 'Die Wallbox ist offline gegangen.' },
    cause: { kind: 'device' },
    causeText: itself,
    entityId: 'switch.charger',
    areaId: 'garage',
    kind: 'offline',
  },
  {
    minutesAgo: 118,
    text: { en: 'The coffee machine was switched on.', de: 'Die Kaffeemaschine wurde eingeschaltet.' },
    cause: { kind: 'manual' },
    causeText: byHand,
    entityId: 'switch.coffee',
    areaId: 'kitchen',
    from: 'off',
    to: 'on',
  },
  {
    minutesAgo: 640,
    text: { en: 'The front door was locked.', de: 'Die Haustür wurde abgeschlossen.' },
    cause: { kind: 'timer', timerId: 't', name: 'bed' },
    causeText: { en: 'The timer “bed”', de: 'Der Timer „Bett“' },
    entityId: 'lock.front',
    areaId: 'hall',
    from: 'unlocked',
    to: 'locked',
  },
  {
    minutesAgo: 1_460,
    text: {
      en: 'Opening the garage door was refused: it was not confirmed.',
      de: 'Das Garagentor zu öffnen wurde abgelehnt: Es wurde nicht bestätigt.',
    },
    cause: maddie,
    causeText: byChat,
    entityId: 'cover.garage',
    areaId: 'garage',
    kind: 'concluded',
    outcome: 'refused',
  },
  {
    minutesAgo: 1_500,
    text: { en: 'TALI was started.', de: 'TALI wurde gestartet.' },
    cause: { kind: 'restart' },
    causeText: { en: 'Restart', de: 'Neustart' },
    kind: 'started',
  },
]

/** A version 7 UUID that only counts; the greater, the newer. */
export function storyId(count: number): string {
  return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`
}

/** A ledger of `size` lines, newest first: the moments above, over and over, further back each time. */
export function storyLedger(language: Language, size: number): TimelineLine[] {
  return Array.from({ length: size }, (_, n) => {
    const round = Math.floor(n / moments.length)
    const moment = moments[n % moments.length] ?? moments[0]
    if (!moment) throw new Error('there are no moments')
    const at = new Date(storyNow - (moment.minutesAgo + round * 1_510) * 60_000).toISOString()
    const id = storyId(size - n)
    const parent = moment.parent === undefined ? null : storyId(size - round * moments.length - moment.parent)
    return {
      id,
      cursor: `${at}_${id}`,
      at,
      text: moment.text[language],
      causeText: moment.causeText[language],
      event: eventOf(moment, id, at, parent),
    }
  })
}

function eventOf(moment: Moment, id: string, at: string, parentId: string | null): LedgerEvent {
  const common = { id, at, arrivedAt: at, cause: moment.cause, parentId, traceId: null }
  const entityId = moment.entityId ?? ''
  const about = { entityId, name: entityId, areaId: moment.areaId ?? null }
  switch (moment.kind ?? 'state') {
    case 'turn':
      return { ...common, type: 'tali.core.turn.received', turnId: 'turn', conversationId: 'c', text: moment.text.en }
    case 'concluded':
      return {
        ...common,
        ...about,
        type: 'tali.core.command.concluded',
        commandId: id,
        action: 'turn_on',
        parameters: {},
        outcome: moment.outcome ?? 'confirmed',
        reason: null,
        tookMs: 80,
      }
    case 'offline':
      return { ...common, ...about, type: 'tali.core.availability.changed', available: false }
    case 'started':
      return { ...common, type: 'tali.core.service.started', version: '0.1.0' }
    case 'state':
      return {
        ...common,
        ...about,
        type: 'tali.core.state.changed',
        from: moment.from ?? null,
        to: moment.to ?? 'on',
        unit: null,
        attributes: {},
      }
  }
}

/** A day of a sensor: a gentle wave, a reading every 20 minutes, newest first. */
export function storyReadings(entityId: string, value: number): TimelineLine[] {
  return Array.from({ length: 72 }, (_, n) => {
    const at = new Date(storyNow - n * 20 * 60_000).toISOString()
    const wave = value * 0.06 * Math.sin(n / 11) + value * 0.012 * Math.sin(n * 1.7)
    const id = storyId(1_000_000 - n)
    const event: LedgerEvent = {
      type: 'tali.core.state.changed',
      id,
      at,
      arrivedAt: at,
      cause: { kind: 'device' },
      parentId: null,
      traceId: null,
      entityId,
      name: entityId,
      areaId: null,
      from: null,
      to: (value + wave).toFixed(1),
      unit: null,
      attributes: {},
    }
    return { id, cursor: `${at}_${id}`, at, text: '', causeText: '', event }
  })
}
