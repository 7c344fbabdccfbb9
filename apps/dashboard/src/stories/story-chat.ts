import type {
  ChatMessage,
  CommandResult,
  Entity,
  EntityRef,
  Language,
  Outcome,
  OutcomeReason,
  Say,
  TurnPart,
} from '@tali/contracts'
import { storyHome, storyNow } from './story-home.ts'

const iso = (secondsAgo: number): string => new Date(storyNow - secondsAgo * 1_000).toISOString()
const nowhere = { areaName: null, floorName: null, domain: null, deviceClass: null }

export function refOf(entity: Entity, language: Language): EntityRef {
  const area = storyHome(language).home.areas.find((one) => one.id === entity.areaId)
  const { id, name, domain, deviceClass } = entity
  return { id, name, domain, deviceClass, areaName: area?.name ?? null }
}

export function resultOf(
  entity: Entity,
  action: string,
  parameters: Record<string, unknown>,
  outcome: Outcome,
  sentAt: string,
  reason: OutcomeReason | null = null,
): CommandResult {
  return {
    commandId: 'command',
    entityId: entity.id,
    action,
    parameters,
    outcome,
    reason,
    detail: null,
    sentAt: outcome === 'refused' ? null : sentAt,
    tookMs: 120,
    observed: null,
  }
}

export function partOf(say: Say, text: string): TurnPart {
  return { intent: null, say, worded: { text, speech: text } }
}

/** A conversation with a card of every kind. */
export function storyChat(language: Language): ChatMessage[] {
  const { entities } = storyHome(language).home
  const en = language === 'en'
  const entity = (id: string): Entity => {
    const found = entities.find((one) => one.id === id)
    if (!found) throw new Error(`the story has no ${id}`)
    return found
  }
  const ref = (id: string): EntityRef => refOf(entity(id), language)
  const did = (
    id: string,
    action: string,
    outcome: Outcome,
    secondsAgo: number,
    reason: OutcomeReason | null = null,
  ): Say => ({
    kind: 'did',
    action,
    parameters: {},
    scope: nowhere,
    results: [{ ...resultOf(entity(id), action, {}, outcome, iso(secondsAgo), reason), entity: ref(id) }],
  })
  const reading = (id: string, value: string, unit: string | null, old = false) => ({
    entity: ref(id),
    value,
    unit,
    ageMs: old ? 4 * 3_600_000 : 40_000,
    available: true,
    old,
  })
  let turn = 0
  const said = (secondsAgo: number, text: string): ChatMessage => {
    turn += 1
    return {
      id: `said-${turn}`,
      conversationId: 'c',
      author: { kind: 'resident', residentId: 'maddie', name: 'Maddie' },
      turnId: `turn-${turn}`,
      text,
      parts: [],
      at: iso(secondsAgo),
    }
  }
  const replied = (secondsAgo: number, ...parts: TurnPart[]): ChatMessage => ({
    id: `replied-${turn}`,
    conversationId: 'c',
    author: { kind: 'tali' },
    turnId: `turn-${turn}`,
    text: parts.map((part) => part.worded.text).join(' '),
    parts,
    at: iso(secondsAgo),
  })
  return [
    said(84_000, en ? 'why did the hall lamp go on?' : 'warum ging die Flurlampe an?'),
    replied(
      84_000,
      partOf(
        {
          kind: 'why',
          entity: ref('light.hall'),
          asked: { state: 'on' },
          chain: [
            {
              eventId: 'a',
              at: iso(86_000),
              type: 'tali.core.state.changed',
              entity: ref('light.hall'),
              cause: { kind: 'resident', residentId: 'jonas', name: 'Jonas', channel: 'page' },
              from: 'off',
              to: 'on',
              unit: null,
              attributes: {},
              action: null,
              parameters: {},
              outcome: null,
              name: null,
              text: null,
            },
            {
              eventId: 'b',
              at: iso(86_001),
              type: 'tali.core.command.sent',
              entity: ref('light.hall'),
              cause: { kind: 'resident', residentId: 'jonas', name: 'Jonas', channel: 'page' },
              from: null,
              to: null,
              unit: null,
              attributes: {},
              action: 'turn_on',
              parameters: {},
              outcome: null,
              name: null,
              text: null,
            },
          ],
        },
        en ? 'Jonas switched it on, on the page, at 19:46.' : 'Jonas hat sie um 19:46 auf der Seite eingeschaltet.',
      ),
    ),
    said(1_500, en ? 'set a timer for 10 minutes for the tea' : 'stell einen Timer auf 10 Minuten für den Tee'),
    replied(
      1_499,
      partOf(
        {
          kind: 'timer',
          event: 'started',
          timers: [
            {
              id: 'tea',
              name: en ? 'Tea' : 'Tee',
              seconds: 600,
              endsAt: new Date(storyNow + 247_000).toISOString(),
              remainingSeconds: 247,
              paused: false,
              areaId: null,
            },
          ],
        },
        en ? 'Ten minutes for the tea, from now.' : 'Zehn Minuten für den Tee, ab jetzt.',
      ),
    ),
    said(1_020, en ? 'turn on the garage light' : 'mach das Garagenlicht an'),
    replied(
      1_015,
      partOf(
        did('light.garage', 'turn_on', 'no_echo', 1_018, 'device_silent'),
        en
          ? 'The garage light has not answered; I sent the command 3 s ago.'
          : 'Das Garagenlicht hat nicht geantwortet; ich habe den Befehl vor 3 s gesendet.',
      ),
    ),
    said(
      130,
      en
        ? 'turn on the kitchen light and tell me how warm it is upstairs'
        : 'mach das Küchenlicht an und sag mir, wie warm es oben ist',
    ),
    replied(
      129,
      partOf(
        did('light.kitchen', 'turn_on', 'confirmed', 130),
        en ? 'The kitchen lamp is on.' : 'Die Küchenlampe ist an.',
      ),
      partOf(
        {
          kind: 'value',
          what: 'temperature',
          scope: nowhere,
          mean: 20.7,
          readings: [
            reading('sensor.bath_temperature', '23', '°C'),
            reading('sensor.office_temperature', '20.8', '°C'),
            reading('sensor.bedroom_temperature', '18.6', '°C', true),
          ],
        },
        en
          ? 'It is 20.7 °C upstairs on average; the bedroom’s reading is 4 hours old.'
          : 'Oben sind es im Mittel 20,7 °C; der Wert im Schlafzimmer ist 4 Stunden alt.',
      ),
    ),
    said(20, en ? 'dim the lamp' : 'dimme die Lampe'),
    replied(
      19,
      partOf(
        {
          kind: 'ask',
          about: 'entity',
          said: en ? 'lamp' : 'Lampe',
          action: 'turn_on',
          parameters: { brightness_pct: 30 },
          entities: [ref('light.sofa'), ref('light.kitchen'), ref('light.bed')],
          question: {
            questionId: 'which-lamp',
            expiresAt: new Date(storyNow + 41_000).toISOString(),
            choices: ['light.sofa', 'light.kitchen', 'light.bed'].map((id) => ({
              id,
              label: ref(id).name,
              kind: 'entity' as const,
              hint: ref(id).areaName,
            })),
          },
        },
        en ? 'Which lamp do you mean?' : 'Welche Lampe meinst du?',
      ),
    ),
  ]
}
