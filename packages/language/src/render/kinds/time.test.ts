import { golden } from '../testing/golden.ts'

golden('the time', () => ({ kind: 'time', at: '2026-11-21T17:02:30Z', timeZone: 'Europe/Berlin' }), {
  en: {
    plain: ['It is 18:02.', 'It is 6 oh 2 PM.'],
    warm: ['It is 18:02.', 'It is 6 oh 2 PM.'],
    brief: ['18:02.', '6 oh 2 PM.'],
  },
  de: {
    plain: ['Es ist 18:02 Uhr.', 'Es ist 18 Uhr 2.'],
    warm: ['Es ist 18:02 Uhr.', 'Es ist 18 Uhr 2.'],
    brief: ['18:02 Uhr.', '18 Uhr 2.'],
  },
})

golden('a full hour', () => ({ kind: 'time', at: '2026-11-21T06:00:00Z', timeZone: 'Europe/Berlin' }), {
  en: { plain: ['It is 07:00.', 'It is 7 AM.'], warm: ['It is 07:00.', 'It is 7 AM.'], brief: ['07:00.', '7 AM.'] },
  de: {
    plain: ['Es ist 07:00 Uhr.', 'Es ist 7 Uhr.'],
    warm: ['Es ist 07:00 Uhr.', 'Es ist 7 Uhr.'],
    brief: ['07:00 Uhr.', '7 Uhr.'],
  },
})

golden('noon', () => ({ kind: 'time', at: '2026-11-21T11:00:00Z', timeZone: 'Europe/Berlin' }), {
  en: { plain: ['It is 12:00.', 'It is noon.'], warm: ['It is 12:00.', 'It is noon.'], brief: ['12:00.', 'Noon.'] },
  de: {
    plain: ['Es ist 12:00 Uhr.', 'Es ist 12 Uhr.'],
    warm: ['Es ist 12:00 Uhr.', 'Es ist 12 Uhr.'],
    brief: ['12:00 Uhr.', '12 Uhr.'],
  },
})

golden('half past midnight elsewhere', () => ({ kind: 'time', at: '2026-11-21T15:30:00Z', timeZone: 'Asia/Tokyo' }), {
  en: {
    plain: ['It is 00:30.', 'It is 12 30 AM.'],
    warm: ['It is 00:30.', 'It is 12 30 AM.'],
    brief: ['00:30.', '12 30 AM.'],
  },
  de: {
    plain: ['Es ist 00:30 Uhr.', 'Es ist 0 Uhr 30.'],
    warm: ['Es ist 00:30 Uhr.', 'Es ist 0 Uhr 30.'],
    brief: ['00:30 Uhr.', '0 Uhr 30.'],
  },
})
