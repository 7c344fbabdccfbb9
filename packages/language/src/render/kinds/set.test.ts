import { golden } from '../testing/golden.ts'
import { everywhere, hours, reading } from '../testing/house.ts'

const lights = { ...everywhere, domain: 'light' }
const windows = { ...everywhere, deviceClass: 'window' }

golden(
  'which: four',
  (h) => ({
    kind: 'set',
    question: 'which',
    state: 'on',
    scope: lights,
    matching: [h.kitchenLight, h.hallLamp, h.counterLight, h.gardenLamp].map((light) => reading(light, 'on')),
    others: [],
  }),
  {
    en: {
      plain: [
        'The kitchen light, the hall lamp, the counter light and the garden lamp are on.',
        'The kitchen light, the hall lamp, the counter light and one more are on.',
      ],
      warm: [
        'The kitchen light, the hall lamp, the counter light and the garden lamp are on.',
        'The kitchen light, the hall lamp, the counter light and one more are on.',
      ],
      brief: [
        'The kitchen light, the hall lamp, the counter light and the garden lamp.',
        'The kitchen light, the hall lamp, the counter light and one more.',
      ],
    },
    de: {
      plain: [
        'Küchenlicht, Flurlampe, Thekenlicht und Gartenlampe sind an.',
        'Küchenlicht, Flurlampe, Thekenlicht und noch eins sind an.',
      ],
      warm: [
        'Küchenlicht, Flurlampe, Thekenlicht und Gartenlampe sind an.',
        'Küchenlicht, Flurlampe, Thekenlicht und noch eins sind an.',
      ],
      brief: [
        'Küchenlicht, Flurlampe, Thekenlicht und Gartenlampe.',
        'Küchenlicht, Flurlampe, Thekenlicht und noch eins.',
      ],
    },
  },
)

golden(
  'which: one',
  (h) => ({
    kind: 'set',
    question: 'which',
    state: 'on',
    scope: lights,
    matching: [reading(h.kitchenLight, 'on')],
    others: [reading(h.hallLamp, 'off')],
  }),
  {
    en: { plain: 'The kitchen light is on.', warm: 'The kitchen light is on.', brief: 'Kitchen light.' },
    de: { plain: 'Das Küchenlicht ist an.', warm: 'Das Küchenlicht ist an.', brief: 'Küchenlicht.' },
  },
)

golden(
  'which: none',
  (h) => ({
    kind: 'set',
    question: 'which',
    state: 'on',
    scope: lights,
    matching: [],
    others: [reading(h.hallLamp, 'off')],
  }),
  {
    en: { plain: 'No light is on.', warm: 'No light is on.', brief: 'None.' },
    de: { plain: 'Kein Licht ist an.', warm: 'Kein Licht ist an.', brief: 'Nichts.' },
  },
)

golden(
  'which: none of two kinds',
  (h) => ({
    kind: 'set',
    question: 'which',
    state: 'open',
    scope: everywhere,
    matching: [],
    others: [reading(h.kitchenWindow, 'off'), reading({ ...h.officeWindow, deviceClass: 'door' }, 'off')],
  }),
  {
    en: { plain: 'No window or door is open.', warm: 'No window or door is open.', brief: 'None.' },
    de: {
      plain: 'Kein Fenster und keine Tür ist offen.',
      warm: 'Kein Fenster und keine Tür ist offen.',
      brief: 'Nichts.',
    },
  },
)

golden(
  'count: two',
  (h) => ({
    kind: 'set',
    question: 'count',
    state: 'open',
    scope: windows,
    matching: [reading(h.kitchenWindow, 'on'), reading(h.officeWindow, 'on')],
    others: [],
  }),
  {
    en: {
      plain: '2 windows are open: the kitchen window and the office window.',
      warm: '2 windows are open: the kitchen window and the office window.',
      brief: '2.',
    },
    de: {
      plain: '2 Fenster sind offen: Küchenfenster und Bürofenster.',
      warm: '2 Fenster sind offen: Küchenfenster und Bürofenster.',
      brief: '2.',
    },
  },
)

golden(
  'count: one, and one is offline',
  (h) => ({
    kind: 'set',
    question: 'count',
    state: 'open',
    scope: windows,
    matching: [reading(h.kitchenWindow, 'on')],
    others: [reading(h.officeWindow, 'off', { available: false })],
  }),
  {
    en: {
      plain: 'One window is open: the kitchen window; the office window is offline.',
      warm: 'One window is open: the kitchen window; the office window is offline.',
      brief: '1; the office window is offline.',
    },
    de: {
      plain: 'Ein Fenster ist offen: das Küchenfenster; das Bürofenster ist nicht erreichbar.',
      warm: 'Ein Fenster ist offen: das Küchenfenster; das Bürofenster ist nicht erreichbar.',
      brief: '1; das Bürofenster ist nicht erreichbar.',
    },
  },
)

golden(
  'count: none, of old reports',
  (h) => ({
    kind: 'set',
    question: 'count',
    state: 'open',
    scope: windows,
    matching: [],
    others: [reading(h.kitchenWindow, 'off', { old: true, ageMs: hours(30) })],
  }),
  {
    en: {
      plain: 'No window is open, as reported 1 day ago.',
      warm: 'No window is open, as reported 1 day ago.',
      brief: '0, as reported 1 day ago.',
    },
    de: {
      plain: 'Kein Fenster ist offen, gemeldet vor 1 Tag.',
      warm: 'Kein Fenster ist offen, gemeldet vor 1 Tag.',
      brief: '0, gemeldet vor 1 Tag.',
    },
  },
)

golden(
  'count: old reports among them',
  (h) => ({
    kind: 'set',
    question: 'count',
    state: 'open',
    scope: windows,
    matching: [reading(h.kitchenWindow, 'on', { old: true, ageMs: hours(30) }), reading(h.officeWindow, 'on')],
    others: [],
  }),
  {
    en: {
      plain: '2 windows are open: the kitchen window and the office window; the oldest report is 1 day old.',
      warm: '2 windows are open: the kitchen window and the office window; the oldest report is 1 day old.',
      brief: '2; the oldest report is 1 day old.',
    },
    de: {
      plain: '2 Fenster sind offen: Küchenfenster und Bürofenster; die älteste Meldung ist 1 Tag alt.',
      warm: '2 Fenster sind offen: Küchenfenster und Bürofenster; die älteste Meldung ist 1 Tag alt.',
      brief: '2; die älteste Meldung ist 1 Tag alt.',
    },
  },
)
