import type { Reading, Say } from '@tali/contracts'
import type { Candidate } from '@tali/language'
import type { Clock } from '@tali/runtime'
import type { Home } from '../../home/home.ts'
import type { IntentHandler } from '../moment.ts'
import { meanOf, readingOf } from '../readings.ts'
import { askedAbout, scopeOf, textOf } from '../scope.ts'
import { judgeState } from './judge-state.ts'

/** Questions about how things are: answered from what the devices reported, with the age of what is old. */
export function createAsking({ home, clock }: { home: Home; clock: Clock }) {
  const state: IntentHandler = async (candidate) => {
    const asked = statesAsked(candidate)
    if (asked.length === 0)
      return values(
        candidate,
        askedAbout(candidate).map((id) => readingOf(home, id, clock)),
        whatIsAsked(candidate),
      )
    return judge(candidate, asked)
  }

  const temperature: IntentHandler = async (candidate) => {
    const readings = askedAbout(candidate).map((id) => {
      const measures = ['climate', 'water_heater'].includes(home.registry.describe(id)?.domain ?? '')
      return readingOf(home, id, clock, measures ? { name: 'current_temperature', unit: '°C' } : undefined)
    })
    return values(candidate, readings, 'temperature')
  }

  const value: IntentHandler = async (candidate) => {
    const attribute = textOf(candidate.slots['attribute']?.value) ?? 'state'
    return values(
      candidate,
      askedAbout(candidate).flatMap((id) => readAttribute(id, attribute)),
      attribute,
    )
  }

  return { state, temperature, value }

  function values(candidate: Candidate, readings: Reading[], what: string): Say {
    const scope = scopeOf(candidate, home)
    if (readings.length === 0) return { kind: 'not_understood', why: 'nothing_there', said: null, scope, known: [] }
    return { kind: 'value', what, scope, readings, mean: meanOf(readings) }
  }

  function judge(candidate: Candidate, asked: readonly string[]): Say {
    const scope = scopeOf(candidate, home)
    const [state = ''] = asked
    const judged = askedAbout(candidate).map((id) => ({
      reading: readingOf(home, id, clock),
      holds: judgeState(home.refer(id), home.state(id), asked),
    }))
    const holding = judged.filter(({ holds }) => holds === true).map(({ reading }) => reading)
    const matching = state === 'offline' ? oncePerDevice(holding) : holding
    const others = judged.filter(({ holds }) => holds !== true).map(({ reading }) => reading)
    if (judged.length === 0) return { kind: 'not_understood', why: 'nothing_there', said: null, scope, known: [] }
    switch (candidate.response) {
      case 'which':
        return { kind: 'set', question: 'which', state, scope, matching, others }
      case 'how_many':
        return { kind: 'set', question: 'count', state, scope, matching, others }
      case 'all':
        // What nobody knows about is told beside the answer, and does not make it a no.
        return {
          kind: 'truth',
          question: 'all',
          state,
          scope,
          holds: judged.every(({ holds }) => holds !== false),
          matching,
          others,
        }
      default:
        return {
          kind: 'truth',
          question: judged.length === 1 ? 'one' : 'any',
          state,
          scope,
          holds: matching.length > 0,
          matching,
          others,
        }
    }
  }

  /** A device that is away is so with all its entities; one of them tells it. */
  function oncePerDevice(readings: readonly Reading[]): Reading[] {
    const devices = new Set<string>()
    return readings.filter(({ entity }) => {
      const deviceId = home.registry.describe(entity.id)?.deviceId ?? entity.id
      return !devices.has(deviceId) && devices.add(deviceId)
    })
  }

  /** From the entity itself, or from another of the same device that measures just this. */
  function readAttribute(id: string, attribute: string): Reading[] {
    const own = attributes[attribute]
    const state = home.state(id)
    if (own && state && state.attributes[own.name] !== undefined && state.attributes[own.name] !== null) {
      const reading = readingOf(home, id, clock, own)
      return [{ ...reading, value: own.convert?.(reading.value) ?? reading.value }]
    }
    const sibling = siblingMeasuring(id, attribute)
    if (sibling) return [readingOf(home, sibling, clock)]
    return own ? [{ ...readingOf(home, id, clock), value: 'unknown', unit: own.unit }] : []
  }

  function siblingMeasuring(id: string, deviceClass: string): string | undefined {
    const deviceId = home.registry.describe(id)?.deviceId
    if (deviceId === null || deviceId === undefined) return undefined
    return Array.from(home.registry.entityIds()).find((other) => {
      const entity = home.registry.describe(other)
      return entity?.deviceId === deviceId && entity.domain === 'sensor' && entity.deviceClass === deviceClass
    })
  }
}

/** What people ask of a thing, where it is found, and in which unit it is told. */
const attributes: Readonly<Record<string, { name: string; unit: string | null; convert?: (value: string) => string }>> =
  {
    brightness: { name: 'brightness', unit: '%', convert: (value) => String(Math.round((Number(value) / 255) * 100)) },
    position: { name: 'current_position', unit: '%' },
    volume: { name: 'volume_level', unit: '%', convert: (value) => String(Math.round(Number(value) * 100)) },
    percentage: { name: 'percentage', unit: '%' },
    battery: { name: 'battery_level', unit: '%' },
    humidity: { name: 'current_humidity', unit: '%' },
    target_temperature: { name: 'temperature', unit: '°C' },
    media_title: { name: 'media_title', unit: null },
    color: { name: 'rgb_color', unit: null },
  }

function statesAsked({ slots }: Candidate): string[] {
  const asked = slots['state']?.value
  return (Array.isArray(asked) ? asked : [asked]).filter((word) => typeof word === 'string')
}

function whatIsAsked(candidate: Candidate): string {
  return textOf(candidate.slots['device_class']?.value) ?? 'state'
}
