import { golden } from '../testing/golden.ts'

const items = (...texts: string[]) => texts.map((text) => ({ id: text, text, done: false }))

golden('added', (h) => ({ kind: 'list', event: 'added', items: items(h.milk), text: h.milk }), {
  en: {
    plain: 'I put milk on the shopping list.',
    warm: 'Sure, I put milk on the shopping list.',
    brief: 'Added: milk.',
  },
  de: {
    plain: 'Ich habe Milch auf die Einkaufsliste gesetzt.',
    warm: 'Klar, ich habe Milch auf die Einkaufsliste gesetzt.',
    brief: 'Notiert: Milch.',
  },
})

golden('completed', (h) => ({ kind: 'list', event: 'completed', items: items(h.milk), text: h.milk }), {
  en: { plain: 'I ticked off milk.', warm: 'No problem, I ticked off milk.', brief: 'Ticked off: milk.' },
  de: { plain: 'Ich habe Milch abgehakt.', warm: 'Alles klar, ich habe Milch abgehakt.', brief: 'Abgehakt: Milch.' },
})

golden('shown', (h) => ({ kind: 'list', event: 'shown', items: items(h.milk, 'A', 'B', 'C', 'D'), text: null }), {
  en: {
    plain: ['On the shopping list: milk, A, B, C and D.', 'On the shopping list: milk, A, B and 2 more.'],
    warm: ['On the shopping list: milk, A, B, C and D.', 'On the shopping list: milk, A, B and 2 more.'],
    brief: ['Milk, A, B, C and D.', 'Milk, A, B and 2 more.'],
  },
  de: {
    plain: [
      'Auf der Einkaufsliste stehen: Milch, A, B, C und D.',
      'Auf der Einkaufsliste stehen: Milch, A, B und 2 weitere.',
    ],
    warm: [
      'Auf der Einkaufsliste stehen: Milch, A, B, C und D.',
      'Auf der Einkaufsliste stehen: Milch, A, B und 2 weitere.',
    ],
    brief: ['Milch, A, B, C und D.', 'Milch, A, B und 2 weitere.'],
  },
})

golden('shown, empty', () => ({ kind: 'list', event: 'shown', items: [], text: null }), {
  en: {
    plain: 'The shopping list is empty.',
    warm: 'The shopping list is empty.',
    brief: 'The shopping list is empty.',
  },
  de: {
    plain: 'Die Einkaufsliste ist leer.',
    warm: 'Die Einkaufsliste ist leer.',
    brief: 'Die Einkaufsliste ist leer.',
  },
})

golden(
  'shown, all done',
  (h) => ({ kind: 'list', event: 'shown', items: items(h.milk).map((item) => ({ ...item, done: true })), text: null }),
  {
    en: {
      plain: 'Everything on the shopping list is ticked off.',
      warm: 'Everything on the shopping list is ticked off.',
      brief: 'Everything on the shopping list is ticked off.',
    },
    de: {
      plain: 'Auf der Einkaufsliste ist alles abgehakt.',
      warm: 'Auf der Einkaufsliste ist alles abgehakt.',
      brief: 'Auf der Einkaufsliste ist alles abgehakt.',
    },
  },
)

golden('not on it', (h) => ({ kind: 'list', event: 'not_on_list', items: [], text: h.milk }), {
  en: {
    plain: ['“milk” is not on the shopping list.', 'Milk is not on the shopping list.'],
    warm: ['“milk” is not on the shopping list.', 'Milk is not on the shopping list.'],
    brief: ['Not on the list: “milk”.', 'Not on the list: milk.'],
  },
  de: {
    plain: ['„Milch“ steht nicht auf der Einkaufsliste.', 'Milch steht nicht auf der Einkaufsliste.'],
    warm: ['„Milch“ steht nicht auf der Einkaufsliste.', 'Milch steht nicht auf der Einkaufsliste.'],
    brief: ['Nicht auf der Liste: „Milch“.', 'Nicht auf der Liste: Milch.'],
  },
})
