import { golden } from '../testing/golden.ts'

golden('a known fault', () => ({ kind: 'trouble', code: 'ledger_unavailable' }), {
  en: {
    plain: "I can't look into my records just now.",
    warm: "Sorry, I can't look into my records just now.",
    brief: "I can't look into my records just now.",
  },
  de: {
    plain: 'Ich komme gerade nicht an meine Aufzeichnungen.',
    warm: 'Tut mir leid, ich komme gerade nicht an meine Aufzeichnungen.',
    brief: 'Ich komme gerade nicht an meine Aufzeichnungen.',
  },
})

golden('any other', () => ({ kind: 'trouble', code: 'core_x17' }), {
  en: {
    plain: ['Something went wrong on my side (core_x17).', 'Something went wrong on my side.'],
    warm: ['Sorry, something went wrong on my side (core_x17).', 'Sorry, something went wrong on my side.'],
    brief: ['Something went wrong on my side (core_x17).', 'Something went wrong on my side.'],
  },
  de: {
    plain: ['Bei mir ist etwas schiefgegangen (core_x17).', 'Bei mir ist etwas schiefgegangen.'],
    warm: [
      'Tut mir leid, bei mir ist etwas schiefgegangen (core_x17).',
      'Tut mir leid, bei mir ist etwas schiefgegangen.',
    ],
    brief: ['Bei mir ist etwas schiefgegangen (core_x17).', 'Bei mir ist etwas schiefgegangen.'],
  },
})
