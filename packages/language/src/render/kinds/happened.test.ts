import { golden } from '../testing/golden.ts'
import { byMaddie, everywhere, step } from '../testing/house.ts'

golden(
  'a morning in the kitchen',
  (h) => ({
    kind: 'happened',
    scope: { ...everywhere, areaName: h.kitchen },
    entity: null,
    from: '2026-11-21T05:00:00Z',
    to: '2026-11-21T11:00:00Z',
    period: 'this_morning',
    more: 4,
    steps: [
      step({ at: '2026-11-21T06:02:00Z', entity: h.kitchenLight, from: 'off', to: 'on', cause: byMaddie }),
      step({ at: '2026-11-21T06:12:00Z', entity: h.kitchenWindow, from: 'off', to: 'on', cause: { kind: 'device' } }),
      step({ at: '2026-11-21T07:00:00Z', entity: h.counterLight, from: 'on', to: 'off' }),
      step({ at: '2026-11-21T07:15:00Z', entity: h.thermostat, from: 'heat', to: 'off', cause: { kind: 'device' } }),
    ],
  }),
  {
    en: {
      plain: [
        'In the kitchen this morning:\n07:02 Kitchen light went on (Maddie, by chat)\n07:12 Kitchen window opened\n08:00 Counter light went off by hand (no known cause)\n08:15 Thermostat went off (the device itself)\nand 4 more',
        'In the kitchen this morning: the kitchen light went on at 7 oh 2 AM because Maddie asked for it by chat; the kitchen window opened at 7 12 AM; the counter light went off at 8 AM, by hand; and 5 more.',
      ],
      warm: [
        'In the kitchen this morning:\n07:02 Kitchen light went on (Maddie, by chat)\n07:12 Kitchen window opened\n08:00 Counter light went off by hand (no known cause)\n08:15 Thermostat went off (the device itself)\nand 4 more',
        'In the kitchen this morning: the kitchen light went on at 7 oh 2 AM because Maddie asked for it by chat; the kitchen window opened at 7 12 AM; the counter light went off at 8 AM, by hand; and 5 more.',
      ],
      brief: [
        '07:02 Kitchen light went on (Maddie, by chat)\n07:12 Kitchen window opened\n08:00 Counter light went off by hand (no known cause)\n08:15 Thermostat went off (the device itself)\nand 4 more',
        'In the kitchen this morning: the kitchen light went on at 7 oh 2 AM because Maddie asked for it by chat; the kitchen window opened at 7 12 AM; the counter light went off at 8 AM, by hand; and 5 more.',
      ],
    },
    de: {
      plain: [
        'Heute Morgen in der Küche:\n07:02 Küchenlicht ging an (Maddie, per Chat)\n07:12 Küchenfenster ging auf\n08:00 Thekenlicht ging von Hand aus (keine bekannte Ursache)\n08:15 Thermostat ging aus (das Gerät selbst)\nund noch 4',
        'Heute Morgen in der Küche: das Küchenlicht ging um 7 Uhr 2 an, weil Maddie per Chat darum gebeten hat; das Küchenfenster ging um 7 Uhr 12 auf; das Thekenlicht ging um 8 Uhr aus, von Hand; und noch 5.',
      ],
      warm: [
        'Heute Morgen in der Küche:\n07:02 Küchenlicht ging an (Maddie, per Chat)\n07:12 Küchenfenster ging auf\n08:00 Thekenlicht ging von Hand aus (keine bekannte Ursache)\n08:15 Thermostat ging aus (das Gerät selbst)\nund noch 4',
        'Heute Morgen in der Küche: das Küchenlicht ging um 7 Uhr 2 an, weil Maddie per Chat darum gebeten hat; das Küchenfenster ging um 7 Uhr 12 auf; das Thekenlicht ging um 8 Uhr aus, von Hand; und noch 5.',
      ],
      brief: [
        '07:02 Küchenlicht ging an (Maddie, per Chat)\n07:12 Küchenfenster ging auf\n08:00 Thekenlicht ging von Hand aus (keine bekannte Ursache)\n08:15 Thermostat ging aus (das Gerät selbst)\nund noch 4',
        'Heute Morgen in der Küche: das Küchenlicht ging um 7 Uhr 2 an, weil Maddie per Chat darum gebeten hat; das Küchenfenster ging um 7 Uhr 12 auf; das Thekenlicht ging um 8 Uhr aus, von Hand; und noch 5.',
      ],
    },
  },
)

golden(
  'one thing in the last hours',
  (h) => ({
    kind: 'happened',
    scope: everywhere,
    entity: h.garageDoor,
    from: '2026-11-21T14:02:30Z',
    to: '2026-11-21T17:02:30Z',
    period: null,
    more: 0,
    steps: [step({ entity: h.garageDoor, from: 'closed', to: 'open' })],
  }),
  {
    en: {
      plain: [
        'Garage door, in the last 3 hours:\n18:02 Garage door opened by hand (no known cause)',
        'Garage door, in the last 3 hours: the garage door opened at 6 oh 2 PM, by hand.',
      ],
      warm: [
        'Garage door, in the last 3 hours:\n18:02 Garage door opened by hand (no known cause)',
        'Garage door, in the last 3 hours: the garage door opened at 6 oh 2 PM, by hand.',
      ],
      brief: [
        '18:02 Garage door opened by hand (no known cause)',
        'Garage door, in the last 3 hours: the garage door opened at 6 oh 2 PM, by hand.',
      ],
    },
    de: {
      plain: [
        'Garagentor, in den letzten 3 Stunden:\n18:02 Garagentor ging von Hand auf (keine bekannte Ursache)',
        'Garagentor, in den letzten 3 Stunden: das Garagentor ging um 18 Uhr 2 auf, von Hand.',
      ],
      warm: [
        'Garagentor, in den letzten 3 Stunden:\n18:02 Garagentor ging von Hand auf (keine bekannte Ursache)',
        'Garagentor, in den letzten 3 Stunden: das Garagentor ging um 18 Uhr 2 auf, von Hand.',
      ],
      brief: [
        '18:02 Garagentor ging von Hand auf (keine bekannte Ursache)',
        'Garagentor, in den letzten 3 Stunden: das Garagentor ging um 18 Uhr 2 auf, von Hand.',
      ],
    },
  },
)

golden(
  'a turn among them, between two days',
  (h) => ({
    kind: 'happened',
    scope: everywhere,
    entity: null,
    from: '2026-11-20T22:30:00Z',
    to: '2026-11-21T05:00:00Z',
    period: null,
    more: 0,
    steps: [step({ at: '2026-11-20T22:45:00Z', type: 'tali.core.turn.received', text: h.said, cause: byMaddie })],
  }),
  {
    en: {
      plain: [
        'Between yesterday 23:30 and 06:00:\nyesterday 23:45 Maddie asked by chat: turn on the kitchen light',
        'Between yesterday 11 30 PM and 6 AM: yesterday at 11 45 PM, Maddie asked by chat: turn on the kitchen light.',
      ],
      warm: [
        'Between yesterday 23:30 and 06:00:\nyesterday 23:45 Maddie asked by chat: turn on the kitchen light',
        'Between yesterday 11 30 PM and 6 AM: yesterday at 11 45 PM, Maddie asked by chat: turn on the kitchen light.',
      ],
      brief: [
        'yesterday 23:45 Maddie asked by chat: turn on the kitchen light',
        'Between yesterday 11 30 PM and 6 AM: yesterday at 11 45 PM, Maddie asked by chat: turn on the kitchen light.',
      ],
    },
    de: {
      plain: [
        'Zwischen gestern 23:30 Uhr und 06:00 Uhr:\ngestern 23:45 Maddie schrieb im Chat: schalte das Küchenlicht ein',
        'Zwischen gestern 23 Uhr 30 und 6 Uhr: gestern um 23 Uhr 45: Maddie schrieb im Chat: schalte das Küchenlicht ein.',
      ],
      warm: [
        'Zwischen gestern 23:30 Uhr und 06:00 Uhr:\ngestern 23:45 Maddie schrieb im Chat: schalte das Küchenlicht ein',
        'Zwischen gestern 23 Uhr 30 und 6 Uhr: gestern um 23 Uhr 45: Maddie schrieb im Chat: schalte das Küchenlicht ein.',
      ],
      brief: [
        'gestern 23:45 Maddie schrieb im Chat: schalte das Küchenlicht ein',
        'Zwischen gestern 23 Uhr 30 und 6 Uhr: gestern um 23 Uhr 45: Maddie schrieb im Chat: schalte das Küchenlicht ein.',
      ],
    },
  },
)

golden(
  'nothing there',
  (h) => ({
    kind: 'happened',
    scope: { ...everywhere, areaName: h.kitchen },
    entity: null,
    from: '2026-11-21T05:00:00Z',
    to: '2026-11-21T11:00:00Z',
    period: 'this_morning',
    more: 0,
    steps: [],
  }),
  {
    en: {
      plain: 'I have no record of anything in the kitchen this morning.',
      warm: 'I have no record of anything in the kitchen this morning.',
      brief: 'I have no record of anything in the kitchen this morning.',
    },
    de: {
      plain: 'Heute Morgen habe ich in der Küche nichts aufgezeichnet.',
      warm: 'Heute Morgen habe ich in der Küche nichts aufgezeichnet.',
      brief: 'Heute Morgen habe ich in der Küche nichts aufgezeichnet.',
    },
  },
)

golden(
  'nothing about a thing',
  (h) => ({
    kind: 'happened',
    scope: everywhere,
    entity: h.garageDoor,
    from: '2026-11-20T05:00:00Z',
    to: '2026-11-20T11:00:00Z',
    period: 'yesterday',
    more: 0,
    steps: [],
  }),
  {
    en: {
      plain: 'I have no record of anything about the garage door yesterday.',
      warm: 'I have no record of anything about the garage door yesterday.',
      brief: 'I have no record of anything about the garage door yesterday.',
    },
    de: {
      plain: 'Garagentor: gestern habe ich nichts aufgezeichnet.',
      warm: 'Garagentor: gestern habe ich nichts aufgezeichnet.',
      brief: 'Garagentor: gestern habe ich nichts aufgezeichnet.',
    },
  },
)
