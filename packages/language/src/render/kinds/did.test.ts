import { expect, it } from 'vitest'
import { golden } from '../testing/golden.ts'
import { did, houses, now, observed, result, timeZone } from '../testing/house.ts'
import { word } from '../word.ts'

golden('one light is on', (h) => did([result(h.kitchenLight, 'turn_on', observed('on', { brightness: 255 }))]), {
  en: { plain: 'The kitchen light is on.', warm: 'Sure, the kitchen light is on.', brief: 'Kitchen light: on.' },
  de: { plain: 'Das Küchenlicht ist an.', warm: 'Klar, das Küchenlicht ist an.', brief: 'Küchenlicht: an.' },
})

golden(
  'brightness is what the lamp reports',
  (h) =>
    did([
      result(h.kitchenLight, 'turn_on', { parameters: { brightness_pct: 40 }, ...observed('on', { brightness: 102 }) }),
    ]),
  {
    en: {
      plain: ['The kitchen light is at 40 %.', 'The kitchen light is at 40 percent.'],
      warm: ['Sure, the kitchen light is at 40 %.', 'Sure, the kitchen light is at 40 percent.'],
      brief: ['Kitchen light: 40 %.', 'Kitchen light: 40 percent.'],
    },
    de: {
      plain: ['Das Küchenlicht ist auf 40 %.', 'Das Küchenlicht ist auf 40 Prozent.'],
      warm: ['Klar, das Küchenlicht ist auf 40 %.', 'Klar, das Küchenlicht ist auf 40 Prozent.'],
      brief: ['Küchenlicht: 40 %.', 'Küchenlicht: 40 Prozent.'],
    },
  },
)

golden(
  'a colour',
  (h) =>
    did([
      result(h.kitchenLight, 'turn_on', {
        parameters: { color_name: 'red' },
        ...observed('on', { hs_color: [0, 100] }),
      }),
    ]),
  {
    en: { plain: 'The kitchen light is red.', warm: 'Sure, the kitchen light is red.', brief: 'Kitchen light: red.' },
    de: {
      plain: 'Das Küchenlicht leuchtet rot.',
      warm: 'Klar, das Küchenlicht leuchtet rot.',
      brief: 'Küchenlicht: rot.',
    },
  },
)

golden(
  'a white in kelvin',
  (h) =>
    did([
      result(h.kitchenLight, 'turn_on', {
        parameters: { color_temp_kelvin: 2700 },
        ...observed('on', { color_temp_kelvin: 2702 }),
      }),
    ]),
  {
    en: {
      plain: ['The kitchen light is at 2700 K.', 'The kitchen light is at 2700 kelvin.'],
      warm: ['Sure, the kitchen light is at 2700 K.', 'Sure, the kitchen light is at 2700 kelvin.'],
      brief: ['Kitchen light: 2700 K.', 'Kitchen light: 2700 kelvin.'],
    },
    de: {
      plain: ['Das Küchenlicht ist auf 2700 K.', 'Das Küchenlicht ist auf 2700 Kelvin.'],
      warm: ['Klar, das Küchenlicht ist auf 2700 K.', 'Klar, das Küchenlicht ist auf 2700 Kelvin.'],
      brief: ['Küchenlicht: 2700 K.', 'Küchenlicht: 2700 Kelvin.'],
    },
  },
)

golden(
  'a cover half way, of a plural name',
  (h) =>
    did([
      result(h.blinds, 'set_cover_position', {
        parameters: { position: 50 },
        ...observed('open', { current_position: 50 }),
      }),
    ]),
  {
    en: {
      plain: ['The blinds are 50 % open.', 'The blinds are 50 percent open.'],
      warm: ['Sure, the blinds are 50 % open.', 'Sure, the blinds are 50 percent open.'],
      brief: ['Blinds: 50 % open.', 'Blinds: 50 percent open.'],
    },
    de: {
      plain: ['Die Rollläden sind zu 50 % offen.', 'Die Rollläden sind zu 50 Prozent offen.'],
      warm: ['Klar, die Rollläden sind zu 50 % offen.', 'Klar, die Rollläden sind zu 50 Prozent offen.'],
      brief: ['Rollläden: 50 % offen.', 'Rollläden: 50 Prozent offen.'],
    },
  },
)

golden(
  'a thermostat',
  (h) =>
    did([
      result(h.thermostat, 'set_temperature', {
        parameters: { temperature: 21 },
        ...observed('heat', { temperature: 21 }),
      }),
    ]),
  {
    en: {
      plain: ['The thermostat is set to 21 °C.', 'The thermostat is set to 21 degrees.'],
      warm: ['Sure, the thermostat is set to 21 °C.', 'Sure, the thermostat is set to 21 degrees.'],
      brief: ['Thermostat: 21 °C.', 'Thermostat: 21 degrees.'],
    },
    de: {
      plain: ['Das Thermostat steht auf 21 °C.', 'Das Thermostat steht auf 21 Grad.'],
      warm: ['Klar, das Thermostat steht auf 21 °C.', 'Klar, das Thermostat steht auf 21 Grad.'],
      brief: ['Thermostat: 21 °C.', 'Thermostat: 21 Grad.'],
    },
  },
)

golden(
  'a mode of heating',
  (h) => did([result(h.thermostat, 'set_hvac_mode', { parameters: { hvac_mode: 'heat' }, ...observed('heat') })]),
  {
    en: {
      plain: 'The thermostat is set to heating.',
      warm: 'Sure, the thermostat is set to heating.',
      brief: 'Thermostat: heating.',
    },
    de: {
      plain: 'Das Thermostat steht auf Heizen.',
      warm: 'Klar, das Thermostat steht auf Heizen.',
      brief: 'Thermostat: Heizen.',
    },
  },
)

golden('a lock', (h) => did([result(h.frontDoor, 'lock', observed('locked'))]), {
  en: { plain: 'The front door is locked.', warm: 'Sure, the front door is locked.', brief: 'Front door: locked.' },
  de: {
    plain: 'Die Haustür ist verriegelt.',
    warm: 'Klar, die Haustür ist verriegelt.',
    brief: 'Haustür: verriegelt.',
  },
})

golden('a vacuum that is on its way', (h) => did([result(h.vacuum, 'return_to_base', observed('returning'))]), {
  en: {
    plain: 'The vacuum is on its way to its base.',
    warm: 'Sure, the vacuum is on its way to its base.',
    brief: 'Vacuum: returning.',
  },
  de: {
    plain: 'Der Saugroboter fährt zur Station.',
    warm: 'Klar, der Saugroboter fährt zur Station.',
    brief: 'Saugroboter: fährt zur Station.',
  },
})

golden('a scene', (h) => did([result(h.scene, 'turn_on', observed('2026-11-21T17:02:30Z'))]), {
  en: {
    plain: 'The scene Movie night is set.',
    warm: 'Sure, the scene Movie night is set.',
    brief: 'Movie night: set.',
  },
  de: {
    plain: 'Die Szene Filmabend ist aktiv.',
    warm: 'Klar, die Szene Filmabend ist aktiv.',
    brief: 'Filmabend: aktiv.',
  },
})

golden('nothing to do', (h) => did([result(h.kitchenLight, 'turn_on', { outcome: 'already', ...observed('on') })]), {
  en: {
    plain: 'The kitchen light is already on.',
    warm: 'No need, the kitchen light is already on.',
    brief: 'Kitchen light: already on.',
  },
  de: {
    plain: 'Das Küchenlicht ist schon an.',
    warm: 'Nicht nötig, das Küchenlicht ist schon an.',
    brief: 'Küchenlicht: schon an.',
  },
})

golden('no answer', (h) => did([result(h.hallLamp, 'turn_on', { outcome: 'no_echo', reason: 'device_silent' })]), {
  en: {
    plain: [
      'The hall lamp has not answered; I sent the command 2 s ago.',
      'The hall lamp has not answered; I sent the command 2 seconds ago.',
    ],
    warm: [
      'Sorry, the hall lamp has not answered; I sent the command 2 s ago.',
      'Sorry, the hall lamp has not answered; I sent the command 2 seconds ago.',
    ],
    brief: 'Hall lamp: no answer.',
  },
  de: {
    plain: [
      'Die Flurlampe hat nicht geantwortet; den Befehl habe ich vor 2 s gesendet.',
      'Die Flurlampe hat nicht geantwortet; den Befehl habe ich vor 2 Sekunden gesendet.',
    ],
    warm: [
      'Tut mir leid, die Flurlampe hat nicht geantwortet; den Befehl habe ich vor 2 s gesendet.',
      'Tut mir leid, die Flurlampe hat nicht geantwortet; den Befehl habe ich vor 2 Sekunden gesendet.',
    ],
    brief: 'Flurlampe: keine Antwort.',
  },
})

golden(
  'a device that never reports',
  (h) => did([result(h.fan, 'turn_on', { outcome: 'no_echo', reason: 'reports_no_state' })]),
  {
    en: {
      plain: 'I sent it; the hall fan does not report whether it was done.',
      warm: 'I sent it; the hall fan does not report whether it was done.',
      brief: 'Hall fan: sent, no report.',
    },
    de: {
      plain: 'Ich habe es gesendet; der Deckenventilator meldet nicht, ob es geklappt hat.',
      warm: 'Ich habe es gesendet; der Deckenventilator meldet nicht, ob es geklappt hat.',
      brief: 'Deckenventilator: gesendet, ohne Rückmeldung.',
    },
  },
)

golden(
  'interrupted by a restart',
  (h) => did([result(h.hallLamp, 'turn_on', { outcome: 'no_echo', reason: 'interrupted' })]),
  {
    en: {
      plain: "I was interrupted before the hall lamp answered, so I can't tell what came of it.",
      warm: "Sorry, I was interrupted before the hall lamp answered, so I can't tell what came of it.",
      brief: 'Hall lamp: interrupted, outcome unknown.',
    },
    de: {
      plain: 'Ich wurde unterbrochen, bevor die Flurlampe geantwortet hat, und weiß nicht, was daraus wurde.',
      warm: 'Tut mir leid, ich wurde unterbrochen, bevor die Flurlampe geantwortet hat, und weiß nicht, was daraus wurde.',
      brief: 'Flurlampe: unterbrochen, Ausgang unbekannt.',
    },
  },
)

golden('offline', (h) => did([result(h.gardenLamp, 'turn_on', { outcome: 'failed', reason: 'device_offline' })]), {
  en: {
    plain: 'The garden lamp is offline.',
    warm: 'Sorry, the garden lamp is offline.',
    brief: 'Garden lamp: offline.',
  },
  de: {
    plain: 'Die Gartenlampe ist nicht erreichbar.',
    warm: 'Tut mir leid, die Gartenlampe ist nicht erreichbar.',
    brief: 'Gartenlampe: nicht erreichbar.',
  },
})

golden(
  'offline, and known since when',
  (h) =>
    did([
      result(h.gardenLamp, 'turn_on', { outcome: 'failed', reason: 'device_offline', detail: '2026-11-20T08:00:00Z' }),
    ]),
  {
    en: {
      plain: [
        'The garden lamp has been offline since yesterday at 09:00.',
        'The garden lamp has been offline since yesterday at 9 AM.',
      ],
      warm: [
        'Sorry, the garden lamp has been offline since yesterday at 09:00.',
        'Sorry, the garden lamp has been offline since yesterday at 9 AM.',
      ],
      brief: 'Garden lamp: offline.',
    },
    de: {
      plain: [
        'Die Gartenlampe ist seit gestern um 09:00 Uhr nicht erreichbar.',
        'Die Gartenlampe ist seit gestern um 9 Uhr nicht erreichbar.',
      ],
      warm: [
        'Tut mir leid, die Gartenlampe ist seit gestern um 09:00 Uhr nicht erreichbar.',
        'Tut mir leid, die Gartenlampe ist seit gestern um 9 Uhr nicht erreichbar.',
      ],
      brief: 'Gartenlampe: nicht erreichbar.',
    },
  },
)

golden(
  'out of bounds',
  (h) =>
    did([
      result(h.thermostat, 'set_temperature', {
        outcome: 'failed',
        reason: 'bad_parameter',
        detail: 'temperature must be from 7 to 30 °C; 45 °C was asked for',
      }),
    ]),
  {
    en: {
      plain: [
        'The thermostat does not take that value; possible values are 7 to 30 °C.',
        'The thermostat does not take that value; possible values are 7 to 30 degrees.',
      ],
      warm: [
        'Sorry, the thermostat does not take that value; possible values are 7 to 30 °C.',
        'Sorry, the thermostat does not take that value; possible values are 7 to 30 degrees.',
      ],
      brief: [
        'Thermostat: value not accepted; possible values are 7 to 30 °C.',
        'Thermostat: value not accepted; possible values are 7 to 30 degrees.',
      ],
    },
    de: {
      plain: [
        'Das Thermostat nimmt diesen Wert nicht an; möglich sind 7 bis 30 °C.',
        'Das Thermostat nimmt diesen Wert nicht an; möglich sind 7 bis 30 Grad.',
      ],
      warm: [
        'Tut mir leid, das Thermostat nimmt diesen Wert nicht an; möglich sind 7 bis 30 °C.',
        'Tut mir leid, das Thermostat nimmt diesen Wert nicht an; möglich sind 7 bis 30 Grad.',
      ],
      brief: [
        'Thermostat: Wert nicht angenommen; möglich sind 7 bis 30 °C.',
        'Thermostat: Wert nicht angenommen; möglich sind 7 bis 30 Grad.',
      ],
    },
  },
)

golden(
  'not supported',
  (h) =>
    did([
      result(h.gardenLamp, 'turn_on', {
        parameters: { color_name: 'red' },
        outcome: 'failed',
        reason: 'not_supported',
      }),
    ]),
  {
    en: {
      plain: "The garden lamp can't do that.",
      warm: "Sorry, the garden lamp can't do that.",
      brief: "Garden lamp: can't do that.",
    },
    de: {
      plain: 'Die Gartenlampe kann das nicht.',
      warm: 'Tut mir leid, die Gartenlampe kann das nicht.',
      brief: 'Gartenlampe: kann das nicht.',
    },
  },
)

golden(
  'not sent',
  (h) => did([result(h.gardenLamp, 'turn_on', { outcome: 'failed', reason: 'send_failed', sentAt: null })]),
  {
    en: {
      plain: 'The garden lamp could not be reached: the command did not go out.',
      warm: 'Sorry, the garden lamp could not be reached: the command did not go out.',
      brief: 'Garden lamp: not reached.',
    },
    de: {
      plain: 'Die Gartenlampe war nicht zu erreichen: der Befehl ging nicht hinaus.',
      warm: 'Tut mir leid, die Gartenlampe war nicht zu erreichen: der Befehl ging nicht hinaus.',
      brief: 'Gartenlampe: nicht erreicht.',
    },
  },
)

golden(
  'needs a resident',
  (h) => did([result(h.frontDoor, 'unlock', { outcome: 'refused', reason: 'needs_resident', sentAt: null })]),
  {
    en: {
      plain: 'Only a resident may unlock the front door.',
      warm: 'Sorry, only a resident may unlock the front door.',
      brief: 'Front door: for residents only.',
    },
    de: {
      plain: 'Nur wer hier wohnt, darf die Haustür aufschließen.',
      warm: 'Tut mir leid, nur wer hier wohnt, darf die Haustür aufschließen.',
      brief: 'Haustür: nur für Bewohner.',
    },
  },
)

golden(
  'not confirmed',
  (h) => did([result(h.frontDoor, 'unlock', { outcome: 'refused', reason: 'not_confirmed', sentAt: null })]),
  {
    en: {
      plain: 'Without a confirmation I will not unlock the front door.',
      warm: 'Sorry, without a confirmation I will not unlock the front door.',
      brief: 'Front door: not confirmed, not done.',
    },
    de: {
      plain: 'Ohne Bestätigung werde ich die Haustür nicht aufschließen.',
      warm: 'Tut mir leid, ohne Bestätigung werde ich die Haustür nicht aufschließen.',
      brief: 'Haustür: nicht bestätigt, nicht getan.',
    },
  },
)

golden('refused', (h) => did([result(h.fan, 'turn_on', { outcome: 'refused', sentAt: null })]), {
  en: {
    plain: 'I may not turn on the hall fan.',
    warm: 'Sorry, I may not turn on the hall fan.',
    brief: 'Hall fan: not allowed.',
  },
  de: {
    plain: 'Ich darf den Deckenventilator nicht einschalten.',
    warm: 'Tut mir leid, ich darf den Deckenventilator nicht einschalten.',
    brief: 'Deckenventilator: nicht erlaubt.',
  },
})

golden(
  'two by name',
  (h) => did([result(h.kitchenLight, 'turn_on', observed('on')), result(h.garageDoor, 'open_cover', observed('open'))]),
  {
    en: {
      plain: 'The kitchen light is on; the garage door is open.',
      warm: 'Sure, the kitchen light is on; the garage door is open.',
      brief: 'Kitchen light: on; garage door: open.',
    },
    de: {
      plain: 'Das Küchenlicht ist an; das Garagentor ist offen.',
      warm: 'Klar, das Küchenlicht ist an; das Garagentor ist offen.',
      brief: 'Küchenlicht: an; Garagentor: offen.',
    },
  },
)

golden(
  'six by name',
  (h) =>
    did(
      [h.kitchenLight, h.hallLamp, h.gardenLamp, h.counterLight, h.sinkLight, h.fan].map((entity) =>
        result(entity, 'turn_off', observed('off')),
      ),
    ),
  {
    en: {
      plain: 'The kitchen light, the hall lamp, the garden lamp and 3 more are off.',
      warm: 'Sure, the kitchen light, the hall lamp, the garden lamp and 3 more are off.',
      brief: 'The kitchen light, the hall lamp, the garden lamp and 3 more: off.',
    },
    de: {
      plain: 'Küchenlicht, Flurlampe, Gartenlampe und 3 weitere sind aus.',
      warm: 'Klar, Küchenlicht, Flurlampe, Gartenlampe und 3 weitere sind aus.',
      brief: 'Küchenlicht, Flurlampe, Gartenlampe und 3 weitere: aus.',
    },
  },
)

golden(
  'many by place, one silent',
  (h) =>
    did(
      [
        ...[h.kitchenLight, h.hallLamp, h.sinkLight].map((entity) => result(entity, 'turn_on', observed('on'))),
        result(h.counterLight, 'turn_on', { outcome: 'no_echo', reason: 'device_silent' }),
      ],
      { areaName: h.kitchen, domain: 'light' },
    ),
  {
    en: {
      plain: '3 lights in the kitchen are on; the counter light has not answered.',
      warm: '3 lights in the kitchen are on; the counter light has not answered.',
      brief: '3 lights in the kitchen: on; counter light: no answer.',
    },
    de: {
      plain: '3 Lichter in der Küche sind an; das Thekenlicht hat nicht geantwortet.',
      warm: '3 Lichter in der Küche sind an; das Thekenlicht hat nicht geantwortet.',
      brief: '3 Lichter in der Küche: an; Thekenlicht: keine Antwort.',
    },
  },
)

golden(
  'many by place, some already',
  (h) =>
    did(
      [
        ...[h.kitchenLight, h.sinkLight].map((entity) => result(entity, 'turn_on', observed('on'))),
        ...[h.counterLight, h.hallLamp].map((entity) =>
          result(entity, 'turn_on', { outcome: 'already', ...observed('on') }),
        ),
      ],
      { areaName: h.kitchen, domain: 'light' },
    ),
  {
    en: {
      plain: '2 lights in the kitchen are on, 2 more already were.',
      warm: 'Sure, 2 lights in the kitchen are on, 2 more already were.',
      brief: '2 lights in the kitchen: on; 2 lights: already on.',
    },
    de: {
      plain: '2 Lichter in der Küche sind an, 2 weitere waren es schon.',
      warm: 'Klar, 2 Lichter in der Küche sind an, 2 weitere waren es schon.',
      brief: '2 Lichter in der Küche: an; 2 Lichter: schon an.',
    },
  },
)

golden(
  'everything of a place',
  (h) =>
    did([result(h.kitchenLight, 'turn_off', observed('off')), result(h.fan, 'turn_off', observed('off'))], {
      areaName: h.kitchen,
    }),
  {
    en: {
      plain: '2 devices in the kitchen are off.',
      warm: 'Sure, 2 devices in the kitchen are off.',
      brief: '2 devices in the kitchen: off.',
    },
    de: {
      plain: '2 Geräte in der Küche sind aus.',
      warm: 'Klar, 2 Geräte in der Küche sind aus.',
      brief: '2 Geräte in der Küche: aus.',
    },
  },
)

golden(
  'two of one name',
  (h) =>
    did([
      result(h.kitchenLight, 'turn_on', observed('on')),
      result({ ...h.hallLamp, name: h.kitchenLight.name }, 'turn_on', observed('on')),
    ]),
  {
    en: {
      plain: 'The kitchen light in the kitchen and the kitchen light in the hall are on.',
      warm: 'Sure, the kitchen light in the kitchen and the kitchen light in the hall are on.',
      brief: 'The kitchen light in the kitchen and the kitchen light in the hall: on.',
    },
    de: {
      plain: 'Küchenlicht in der Küche und Küchenlicht im Flur sind an.',
      warm: 'Klar, Küchenlicht in der Küche und Küchenlicht im Flur sind an.',
      brief: 'Küchenlicht in der Küche und Küchenlicht im Flur: an.',
    },
  },
)

golden('nothing at all', () => did([]), {
  en: { plain: 'There was nothing to do.', warm: 'There was nothing to do.', brief: 'There was nothing to do.' },
  de: { plain: 'Es gab nichts zu tun.', warm: 'Es gab nichts zu tun.', brief: 'Es gab nichts zu tun.' },
})

it('tells a colour with the brightness that was asked for along with it', () => {
  const say = (h: (typeof houses)['en']) =>
    did([
      result(h.kitchenLight, 'turn_on', {
        parameters: { color_name: 'blue', brightness_pct: 40 },
        observed: { value: 'on', attributes: { brightness: 102 } },
      }),
    ])
  const options = { tone: 'plain', now, timeZone } as const
  expect(word(say(houses.en), { ...options, language: 'en' }).text).toBe('The kitchen light is blue at 40 %.')
  expect(word(say(houses.de), { ...options, language: 'de' }).text).toBe('Das Küchenlicht leuchtet blau mit 40 %.')
})

it('tells where a cover that has begun to move is going, not where it is', () => {
  const say = (h: (typeof houses)['en']) =>
    did([
      result(h.garageDoor, 'set_cover_position', {
        parameters: { position: 50 },
        observed: { value: 'closing', attributes: { current_position: 100 } },
      }),
    ])
  const options = { tone: 'plain', now, timeZone } as const
  expect(word(say(houses.en), { ...options, language: 'en' }).text).toBe('The garage door is on the way to 50 % open.')
  expect(word(say(houses.de), { ...options, language: 'de' }).text).toBe('Das Garagentor fährt auf 50 %.')
})

it('calls a scene started: it has nothing to report', () => {
  const say = (h: (typeof houses)['en']) =>
    did([result(h.scene, 'turn_on', { outcome: 'no_echo', reason: 'reports_no_state' })])
  const { text } = word(say(houses.en), { tone: 'plain', now, timeZone, language: 'en' })
  expect(text).toMatch(/has been started\.$/)
})
