import { golden } from '../testing/golden.ts'

golden('the date', () => ({ kind: 'date', at: '2026-11-21T17:02:30Z', timeZone: 'Europe/Berlin' }), {
  en: {
    plain: ['Today is Saturday, 21 November 2026.', 'Today is Saturday, the 21st of November 2026.'],
    warm: ['Today is Saturday, 21 November 2026.', 'Today is Saturday, the 21st of November 2026.'],
    brief: ['Saturday, 21 November 2026.', 'Saturday, the 21st of November 2026.'],
  },
  de: {
    plain: ['Heute ist Samstag, der 21. November 2026.', 'Heute ist Samstag, der einundzwanzigste November 2026.'],
    warm: ['Heute ist Samstag, der 21. November 2026.', 'Heute ist Samstag, der einundzwanzigste November 2026.'],
    brief: ['Samstag, der 21. November 2026.', 'Samstag, der einundzwanzigste November 2026.'],
  },
})

golden('a new year', () => ({ kind: 'date', at: '2026-12-31T23:30:00Z', timeZone: 'Europe/Berlin' }), {
  en: {
    plain: ['Today is Friday, 1 January 2027.', 'Today is Friday, the 1st of January 2027.'],
    warm: ['Today is Friday, 1 January 2027.', 'Today is Friday, the 1st of January 2027.'],
    brief: ['Friday, 1 January 2027.', 'Friday, the 1st of January 2027.'],
  },
  de: {
    plain: ['Heute ist Freitag, der 1. Januar 2027.', 'Heute ist Freitag, der erste Januar 2027.'],
    warm: ['Heute ist Freitag, der 1. Januar 2027.', 'Heute ist Freitag, der erste Januar 2027.'],
    brief: ['Freitag, der 1. Januar 2027.', 'Freitag, der erste Januar 2027.'],
  },
})
