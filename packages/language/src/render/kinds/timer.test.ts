import { golden } from '../testing/golden.ts'
import { timer } from '../testing/house.ts'

golden('started with a name', (h) => ({ kind: 'timer', event: 'started', timers: [timer(h.pizza)] }), {
  en: {
    plain: [
      'The pizza timer runs for 10 minutes and ends at 18:12.',
      'The pizza timer runs for 10 minutes and ends at 6 12 PM.',
    ],
    warm: [
      'Sure, the pizza timer runs for 10 minutes and ends at 18:12.',
      'Sure, the pizza timer runs for 10 minutes and ends at 6 12 PM.',
    ],
    brief: '10 minutes.',
  },
  de: {
    plain: [
      'Der Pizza-Timer läuft 10 Minuten und endet um 18:12 Uhr.',
      'Der Pizza-Timer läuft 10 Minuten und endet um 18 Uhr 12.',
    ],
    warm: [
      'Klar, der Pizza-Timer läuft 10 Minuten und endet um 18:12 Uhr.',
      'Klar, der Pizza-Timer läuft 10 Minuten und endet um 18 Uhr 12.',
    ],
    brief: '10 Minuten.',
  },
})

golden(
  'started without',
  () => ({
    kind: 'timer',
    event: 'started',
    timers: [timer(null, { seconds: 5_400, remainingSeconds: 5_400, endsAt: '2026-11-21T18:32:30Z' })],
  }),
  {
    en: {
      plain: [
        'The timer runs for 1 hour and 30 minutes and ends at 19:32.',
        'The timer runs for 1 hour and 30 minutes and ends at 7 32 PM.',
      ],
      warm: [
        'Sure, the timer runs for 1 hour and 30 minutes and ends at 19:32.',
        'Sure, the timer runs for 1 hour and 30 minutes and ends at 7 32 PM.',
      ],
      brief: '1 hour and 30 minutes.',
    },
    de: {
      plain: [
        'Der Timer läuft 1 Stunde und 30 Minuten und endet um 19:32 Uhr.',
        'Der Timer läuft 1 Stunde und 30 Minuten und endet um 19 Uhr 32.',
      ],
      warm: [
        'Klar, der Timer läuft 1 Stunde und 30 Minuten und endet um 19:32 Uhr.',
        'Klar, der Timer läuft 1 Stunde und 30 Minuten und endet um 19 Uhr 32.',
      ],
      brief: '1 Stunde und 30 Minuten.',
    },
  },
)

golden(
  'changed',
  (h) => ({
    kind: 'timer',
    event: 'changed',
    timers: [timer(h.pizza, { remainingSeconds: 900, endsAt: '2026-11-21T17:17:30Z' })],
  }),
  {
    en: {
      plain: [
        'The pizza timer now has 15 minutes left and ends at 18:17.',
        'The pizza timer now has 15 minutes left and ends at 6 17 PM.',
      ],
      warm: [
        'No problem, the pizza timer now has 15 minutes left and ends at 18:17.',
        'No problem, the pizza timer now has 15 minutes left and ends at 6 17 PM.',
      ],
      brief: '15 minutes.',
    },
    de: {
      plain: [
        'Der Pizza-Timer läuft jetzt noch 15 Minuten und endet um 18:17 Uhr.',
        'Der Pizza-Timer läuft jetzt noch 15 Minuten und endet um 18 Uhr 17.',
      ],
      warm: [
        'Alles klar, der Pizza-Timer läuft jetzt noch 15 Minuten und endet um 18:17 Uhr.',
        'Alles klar, der Pizza-Timer läuft jetzt noch 15 Minuten und endet um 18 Uhr 17.',
      ],
      brief: '15 Minuten.',
    },
  },
)

golden(
  'paused',
  (h) => ({ kind: 'timer', event: 'paused', timers: [timer(h.pizza, { remainingSeconds: 95, paused: true })] }),
  {
    en: {
      plain: 'The pizza timer is paused with 1 minute and 35 seconds left.',
      warm: 'No problem, the pizza timer is paused with 1 minute and 35 seconds left.',
      brief: 'Paused, 1 minute and 35 seconds left.',
    },
    de: {
      plain: 'Der Pizza-Timer ist angehalten, es bleiben 1 Minute und 35 Sekunden.',
      warm: 'Alles klar, der Pizza-Timer ist angehalten, es bleiben 1 Minute und 35 Sekunden.',
      brief: 'Angehalten, noch 1 Minute und 35 Sekunden.',
    },
  },
)

golden(
  'resumed',
  () => ({
    kind: 'timer',
    event: 'resumed',
    timers: [timer(null, { remainingSeconds: 95, endsAt: '2026-11-21T17:04:05Z' })],
  }),
  {
    en: {
      plain: [
        'The timer for 10 minutes runs again, with 1 minute and 35 seconds left, and ends at 18:04.',
        'The timer for 10 minutes runs again, with 1 minute and 35 seconds left, and ends at 6 oh 4 PM.',
      ],
      warm: [
        'No problem, the timer for 10 minutes runs again, with 1 minute and 35 seconds left, and ends at 18:04.',
        'No problem, the timer for 10 minutes runs again, with 1 minute and 35 seconds left, and ends at 6 oh 4 PM.',
      ],
      brief: '1 minute and 35 seconds.',
    },
    de: {
      plain: [
        'Der Timer über 10 Minuten läuft weiter, noch 1 Minute und 35 Sekunden, und endet um 18:04 Uhr.',
        'Der Timer über 10 Minuten läuft weiter, noch 1 Minute und 35 Sekunden, und endet um 18 Uhr 4.',
      ],
      warm: [
        'Alles klar, der Timer über 10 Minuten läuft weiter, noch 1 Minute und 35 Sekunden, und endet um 18:04 Uhr.',
        'Alles klar, der Timer über 10 Minuten läuft weiter, noch 1 Minute und 35 Sekunden, und endet um 18 Uhr 4.',
      ],
      brief: '1 Minute und 35 Sekunden.',
    },
  },
)

golden('cancelled', () => ({ kind: 'timer', event: 'cancelled', timers: [timer(null)] }), {
  en: {
    plain: 'The timer for 10 minutes is cancelled.',
    warm: 'No problem, the timer for 10 minutes is cancelled.',
    brief: 'Cancelled.',
  },
  de: {
    plain: 'Der Timer über 10 Minuten ist gestoppt.',
    warm: 'Alles klar, der Timer über 10 Minuten ist gestoppt.',
    brief: 'Gestoppt.',
  },
})

golden(
  'all cancelled',
  (h) => ({ kind: 'timer', event: 'cancelled_all', timers: [timer(h.pizza), timer(null), timer(null)] }),
  {
    en: {
      plain: 'All 3 timers are cancelled.',
      warm: 'No problem, all 3 timers are cancelled.',
      brief: 'All 3 timers are cancelled.',
    },
    de: {
      plain: 'Alle 3 Timer sind gestoppt.',
      warm: 'Alles klar, alle 3 Timer sind gestoppt.',
      brief: 'Alle 3 Timer sind gestoppt.',
    },
  },
)

golden(
  'status of one',
  (h) => ({ kind: 'timer', event: 'status', timers: [timer(h.pizza, { remainingSeconds: 95 })] }),
  {
    en: {
      plain: 'The pizza timer has 1 minute and 35 seconds left.',
      warm: 'The pizza timer has 1 minute and 35 seconds left.',
      brief: '1 minute and 35 seconds.',
    },
    de: {
      plain: 'Der Pizza-Timer läuft noch 1 Minute und 35 Sekunden.',
      warm: 'Der Pizza-Timer läuft noch 1 Minute und 35 Sekunden.',
      brief: '1 Minute und 35 Sekunden.',
    },
  },
)

golden(
  'status of two',
  (h) => ({
    kind: 'timer',
    event: 'status',
    timers: [timer(h.pizza, { remainingSeconds: 240 }), timer(null, { paused: true })],
  }),
  {
    en: {
      plain: 'There are 2 timers: pizza with 4 minutes left and one with 10 minutes left, paused.',
      warm: 'There are 2 timers: pizza with 4 minutes left and one with 10 minutes left, paused.',
      brief: 'Pizza with 4 minutes left and one with 10 minutes left, paused.',
    },
    de: {
      plain: 'Es gibt 2 Timer: Pizza noch 4 Minuten und einer noch 10 Minuten, angehalten.',
      warm: 'Es gibt 2 Timer: Pizza noch 4 Minuten und einer noch 10 Minuten, angehalten.',
      brief: 'Pizza noch 4 Minuten und einer noch 10 Minuten, angehalten.',
    },
  },
)

golden('finished', (h) => ({ kind: 'timer', event: 'finished', timers: [timer(h.pizza)] }), {
  en: { plain: 'The pizza timer is done.', warm: 'The pizza timer is done.', brief: 'The pizza timer is done.' },
  de: {
    plain: 'Der Pizza-Timer ist abgelaufen.',
    warm: 'Der Pizza-Timer ist abgelaufen.',
    brief: 'Der Pizza-Timer ist abgelaufen.',
  },
})

golden('none', () => ({ kind: 'timer', event: 'none', timers: [] }), {
  en: { plain: 'No timer is running.', warm: 'No timer is running.', brief: 'No timer is running.' },
  de: { plain: 'Es läuft kein Timer.', warm: 'Es läuft kein Timer.', brief: 'Es läuft kein Timer.' },
})

golden('ambiguous', (h) => ({ kind: 'timer', event: 'ambiguous', timers: [timer(h.pizza), timer(null)] }), {
  en: {
    plain: 'Which timer do you mean: pizza or the one for 10 minutes?',
    warm: 'Which timer do you mean: pizza or the one for 10 minutes?',
    brief: 'Which timer do you mean: pizza or the one for 10 minutes?',
  },
  de: {
    plain: 'Welchen Timer meinst du: Pizza oder den über 10 Minuten?',
    warm: 'Welchen Timer meinst du: Pizza oder den über 10 Minuten?',
    brief: 'Welchen Timer meinst du: Pizza oder den über 10 Minuten?',
  },
})

golden('too many', () => ({ kind: 'timer', event: 'too_many', timers: [] }), {
  en: {
    plain: "I can't keep any more timers.",
    warm: "Sorry, I can't keep any more timers.",
    brief: "I can't keep any more timers.",
  },
  de: {
    plain: 'Mehr Timer kann ich mir nicht merken.',
    warm: 'Tut mir leid, mehr Timer kann ich mir nicht merken.',
    brief: 'Mehr Timer kann ich mir nicht merken.',
  },
})
