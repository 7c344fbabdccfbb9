import { golden } from '../testing/golden.ts'
import { everywhere, hours, reading } from '../testing/house.ts'

const windows = { ...everywhere, deviceClass: 'window' }

golden(
  'one, and it is not so',
  (h) => ({
    kind: 'truth',
    question: 'one',
    state: 'open',
    scope: everywhere,
    holds: false,
    matching: [],
    others: [reading(h.garageDoor, 'closed')],
  }),
  {
    en: { plain: 'No, the garage door is closed.', warm: 'No, the garage door is closed.', brief: 'No, closed.' },
    de: { plain: 'Nein, das Garagentor ist zu.', warm: 'Nein, das Garagentor ist zu.', brief: 'Nein, zu.' },
  },
)

golden(
  'one, and its report is old',
  (h) => ({
    kind: 'truth',
    question: 'one',
    state: 'open',
    scope: everywhere,
    holds: true,
    matching: [reading(h.garageDoor, 'open', { old: true, ageMs: hours(2) })],
    others: [],
  }),
  {
    en: {
      plain: 'Yes, the garage door is open, as reported 2 hours ago.',
      warm: 'Yes, the garage door is open, as reported 2 hours ago.',
      brief: 'Yes, open, as reported 2 hours ago.',
    },
    de: {
      plain: 'Ja, das Garagentor ist offen, gemeldet vor 2 Stunden.',
      warm: 'Ja, das Garagentor ist offen, gemeldet vor 2 Stunden.',
      brief: 'Ja, offen, gemeldet vor 2 Stunden.',
    },
  },
)

golden(
  'one that is offline',
  (h) => ({
    kind: 'truth',
    question: 'one',
    state: 'open',
    scope: everywhere,
    holds: false,
    matching: [],
    others: [reading(h.garageDoor, 'closed', { available: false, ageMs: 10_800_000 })],
  }),
  {
    en: {
      plain: "I can't tell: the garage door is offline; the last report was closed, 3 hours ago.",
      warm: "I can't tell: the garage door is offline; the last report was closed, 3 hours ago.",
      brief: 'The garage door is offline.',
    },
    de: {
      plain: 'Das weiß ich nicht: das Garagentor ist nicht erreichbar; die letzte Meldung war zu, vor 3 Stunden.',
      warm: 'Das weiß ich nicht: das Garagentor ist nicht erreichbar; die letzte Meldung war zu, vor 3 Stunden.',
      brief: 'Das Garagentor ist nicht erreichbar.',
    },
  },
)

golden(
  'any: two are',
  (h) => ({
    kind: 'truth',
    question: 'any',
    state: 'open',
    scope: windows,
    holds: true,
    matching: [reading(h.kitchenWindow, 'on'), reading(h.officeWindow, 'on')],
    others: [],
  }),
  {
    en: {
      plain: 'Yes, the kitchen window and the office window are open.',
      warm: 'Yes, the kitchen window and the office window are open.',
      brief: 'Yes: the kitchen window and the office window.',
    },
    de: {
      plain: 'Ja, Küchenfenster und Bürofenster sind offen.',
      warm: 'Ja, Küchenfenster und Bürofenster sind offen.',
      brief: 'Ja: Küchenfenster und Bürofenster.',
    },
  },
)

golden(
  'any: none is',
  (h) => ({
    kind: 'truth',
    question: 'any',
    state: 'open',
    scope: windows,
    holds: false,
    matching: [],
    others: [reading(h.kitchenWindow, 'off'), reading(h.officeWindow, 'off')],
  }),
  {
    en: { plain: 'No, no window is open.', warm: 'No, no window is open.', brief: 'No.' },
    de: { plain: 'Nein, kein Fenster ist offen.', warm: 'Nein, kein Fenster ist offen.', brief: 'Nein.' },
  },
)

golden(
  'any: none is known to be',
  (h) => ({
    kind: 'truth',
    question: 'any',
    state: 'open',
    scope: windows,
    holds: false,
    matching: [],
    others: [reading(h.kitchenWindow, 'off'), reading(h.officeWindow, 'unknown')],
  }),
  {
    en: {
      plain: 'No window is open, as far as I know: the office window has not reported.',
      warm: 'No window is open, as far as I know: the office window has not reported.',
      brief: 'No, as far as I know: the office window has not reported.',
    },
    de: {
      plain: 'Kein Fenster ist offen, soweit ich weiß: das Bürofenster hat sich nicht gemeldet.',
      warm: 'Kein Fenster ist offen, soweit ich weiß: das Bürofenster hat sich nicht gemeldet.',
      brief: 'Nein, soweit ich weiß: das Bürofenster hat sich nicht gemeldet.',
    },
  },
)

golden(
  'any: five are',
  (h) => ({
    kind: 'truth',
    question: 'any',
    state: 'on',
    scope: { ...everywhere, domain: 'light' },
    holds: true,
    matching: [h.kitchenLight, h.counterLight, h.sinkLight, h.hallLamp, h.gardenLamp].map((light) =>
      reading(light, 'on'),
    ),
    others: [],
  }),
  {
    en: {
      plain: 'Yes, 5 lights are on: the kitchen light, the counter light, the sink light and 2 more.',
      warm: 'Yes, 5 lights are on: the kitchen light, the counter light, the sink light and 2 more.',
      brief: 'Yes: the kitchen light, the counter light, the sink light and 2 more.',
    },
    de: {
      plain: 'Ja, 5 Lichter sind an: Küchenlicht, Thekenlicht, Küche Spüle und 2 weitere.',
      warm: 'Ja, 5 Lichter sind an: Küchenlicht, Thekenlicht, Küche Spüle und 2 weitere.',
      brief: 'Ja: Küchenlicht, Thekenlicht, Küche Spüle und 2 weitere.',
    },
  },
)

golden(
  'all: they are',
  (h) => ({
    kind: 'truth',
    question: 'all',
    state: 'off',
    scope: { ...everywhere, domain: 'light', areaName: h.kitchen },
    holds: true,
    matching: [h.kitchenLight, h.counterLight, h.sinkLight].map((light) => reading(light, 'off')),
    others: [],
  }),
  {
    en: {
      plain: 'Yes, all 3 lights in the kitchen are off.',
      warm: 'Yes, all 3 lights in the kitchen are off.',
      brief: 'Yes.',
    },
    de: {
      plain: 'Ja, alle 3 Lichter in der Küche sind aus.',
      warm: 'Ja, alle 3 Lichter in der Küche sind aus.',
      brief: 'Ja.',
    },
  },
)

golden(
  'all: both are',
  (h) => ({
    kind: 'truth',
    question: 'all',
    state: 'closed',
    scope: windows,
    holds: true,
    matching: [reading(h.kitchenWindow, 'off'), reading(h.officeWindow, 'off')],
    others: [],
  }),
  {
    en: { plain: 'Yes, both windows are closed.', warm: 'Yes, both windows are closed.', brief: 'Yes.' },
    de: { plain: 'Ja, beide Fenster sind zu.', warm: 'Ja, beide Fenster sind zu.', brief: 'Ja.' },
  },
)

golden(
  'all: as far as is known',
  (h) => ({
    kind: 'truth',
    question: 'all',
    state: 'closed',
    scope: windows,
    holds: true,
    matching: [reading(h.kitchenWindow, 'off')],
    others: [reading(h.officeWindow, 'unknown')],
  }),
  {
    en: {
      plain: 'All windows are closed, as far as I know: the office window has not reported.',
      warm: 'All windows are closed, as far as I know: the office window has not reported.',
      brief: 'Yes, as far as I know: the office window has not reported.',
    },
    de: {
      plain: 'Alle Fenster sind zu, soweit ich weiß: das Bürofenster hat sich nicht gemeldet.',
      warm: 'Alle Fenster sind zu, soweit ich weiß: das Bürofenster hat sich nicht gemeldet.',
      brief: 'Ja, soweit ich weiß: das Bürofenster hat sich nicht gemeldet.',
    },
  },
)

golden(
  'all: some are not',
  (h) => ({
    kind: 'truth',
    question: 'all',
    state: 'off',
    scope: { ...everywhere, domain: 'light' },
    holds: false,
    matching: [reading(h.kitchenLight, 'off')],
    others: [reading(h.hallLamp, 'on'), reading(h.counterLight, 'on')],
  }),
  {
    en: {
      plain: 'No, the hall lamp and the counter light are on.',
      warm: 'No, the hall lamp and the counter light are on.',
      brief: 'No: the hall lamp and the counter light.',
    },
    de: {
      plain: 'Nein, Flurlampe und Thekenlicht sind an.',
      warm: 'Nein, Flurlampe und Thekenlicht sind an.',
      brief: 'Nein: Flurlampe und Thekenlicht.',
    },
  },
)

golden(
  'nothing of that kind',
  (h) => ({
    kind: 'truth',
    question: 'any',
    state: 'open',
    scope: { ...windows, areaName: h.garage },
    holds: false,
    matching: [],
    others: [],
  }),
  {
    en: {
      plain: 'I know nothing of that kind in the garage.',
      warm: 'I know nothing of that kind in the garage.',
      brief: 'I know nothing of that kind in the garage.',
    },
    de: {
      plain: 'So etwas kenne ich in der Garage nicht.',
      warm: 'So etwas kenne ich in der Garage nicht.',
      brief: 'So etwas kenne ich in der Garage nicht.',
    },
  },
)
