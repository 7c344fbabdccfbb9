import { golden } from '../testing/golden.ts'
import { everywhere, reading } from '../testing/house.ts'

golden(
  'is it online: no',
  (h) => ({
    kind: 'truth',
    question: 'one',
    state: 'online',
    scope: everywhere,
    holds: false,
    matching: [],
    others: [reading(h.hallLamp, 'on')],
  }),
  {
    en: { plain: 'No, the hall lamp is offline.', warm: 'No, the hall lamp is offline.', brief: 'No, offline.' },
    de: {
      plain: 'Nein, die Flurlampe ist nicht erreichbar.',
      warm: 'Nein, die Flurlampe ist nicht erreichbar.',
      brief: 'Nein, nicht erreichbar.',
    },
  },
)

golden(
  'is anything offline: no',
  (h) => ({
    kind: 'truth',
    question: 'any',
    state: 'offline',
    scope: everywhere,
    holds: false,
    matching: [],
    others: [reading(h.hallLamp, 'on'), reading(h.fan, 'off')],
  }),
  {
    en: { plain: 'No, all devices are online.', warm: 'No, all devices are online.', brief: 'No.' },
    de: { plain: 'Nein, alle Geräte sind erreichbar.', warm: 'Nein, alle Geräte sind erreichbar.', brief: 'Nein.' },
  },
)

golden(
  'is everything online: one is not',
  (h) => ({
    kind: 'truth',
    question: 'all',
    state: 'online',
    scope: everywhere,
    holds: false,
    matching: [reading(h.fan, 'on')],
    others: [reading(h.hallLamp, 'on')],
  }),
  {
    en: { plain: 'No, the hall lamp is offline.', warm: 'No, the hall lamp is offline.', brief: 'No: Hall lamp.' },
    de: {
      plain: 'Nein, die Flurlampe ist nicht erreichbar.',
      warm: 'Nein, die Flurlampe ist nicht erreichbar.',
      brief: 'Nein: Flurlampe.',
    },
  },
)

golden(
  'which are offline',
  (h) => ({
    kind: 'set',
    question: 'which',
    state: 'offline',
    scope: everywhere,
    matching: [reading(h.fan, 'on'), reading(h.hallLamp, 'on')],
    others: [],
  }),
  {
    en: {
      plain: 'The hall fan and the hall lamp are offline.',
      warm: 'The hall fan and the hall lamp are offline.',
      brief: 'The hall fan and the hall lamp.',
    },
    de: {
      plain: 'Deckenventilator und Flurlampe sind nicht erreichbar.',
      warm: 'Deckenventilator und Flurlampe sind nicht erreichbar.',
      brief: 'Deckenventilator und Flurlampe.',
    },
  },
)
