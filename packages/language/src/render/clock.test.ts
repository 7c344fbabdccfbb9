import { describe, expect, it } from 'vitest'
import { age, ago, clockTime, moment, span } from './clock.ts'
import { mannerOf, type Manner } from './manner.ts'
import { now, timeZone } from './testing/house.ts'

const english = mannerOf({ language: 'en', now, timeZone }, false)
const englishEar = mannerOf({ language: 'en', now, timeZone }, true)
const german = mannerOf({ language: 'de', now, timeZone }, false)
const germanEar = mannerOf({ language: 'de', now, timeZone }, true)
const all = (word: (m: Manner) => string) => [english, englishEar, german, germanEar].map(word)

describe('moments', () => {
  it.each([
    ['2026-11-21T17:02:00Z', 'at 18:02', 'at 6 oh 2 PM', 'um 18:02 Uhr', 'um 18 Uhr 2'],
    ['2026-11-20T23:30:00Z', 'at 00:30', 'at 12 30 AM', 'um 00:30 Uhr', 'um 0 Uhr 30'],
    [
      '2026-11-20T22:30:00Z',
      'yesterday at 23:30',
      'yesterday at 11 30 PM',
      'gestern um 23:30 Uhr',
      'gestern um 23 Uhr 30',
    ],
    ['2026-11-22T11:00:00Z', 'tomorrow at 12:00', 'tomorrow at noon', 'morgen um 12:00 Uhr', 'morgen um 12 Uhr'],
    [
      '2026-11-15T23:00:00Z',
      'on Monday at 00:00',
      'on Monday at midnight',
      'am Montag um 00:00 Uhr',
      'am Montag um 0 Uhr',
    ],
    [
      '2026-06-03T10:05:00Z',
      'on 3 June at 12:05',
      'on the 3rd of June at 12 oh 5 PM',
      'am 3. Juni um 12:05 Uhr',
      'am dritten Juni um 12 Uhr 5',
    ],
    [
      '2025-12-31T11:11:00Z',
      'on 31 December 2025 at 12:11',
      'on the 31st of December 2025 at 12 11 PM',
      'am 31. Dezember 2025 um 12:11 Uhr',
      'am einunddreißigsten Dezember 2025 um 12 Uhr 11',
    ],
    ['soon', 'at an unknown time', 'at an unknown time', 'zu unbekannter Zeit', 'zu unbekannter Zeit'],
  ])('%s', (iso, ...expected) => expect(all((m) => moment(iso, m))).toEqual(expected))

  it('throws for a time zone that is none', () => {
    expect(() => clockTime(now, { ...english, timeZone: 'Mars/Olympus' })).toThrow(RangeError)
  })
})

describe('ages and lengths', () => {
  it.each([
    [0, 'just now', 'just now', 'gerade eben', 'gerade eben'],
    [-5_000, 'just now', 'just now', 'gerade eben', 'gerade eben'],
    [2_400, '2 s ago', '2 seconds ago', 'vor 2 s', 'vor 2 Sekunden'],
    [60_000, '1 minute ago', '1 minute ago', 'vor 1 Minute', 'vor 1 Minute'],
    [3 * 3_600_000, '3 hours ago', '3 hours ago', 'vor 3 Stunden', 'vor 3 Stunden'],
    [50 * 3_600_000, '2 days ago', '2 days ago', 'vor 2 Tagen', 'vor 2 Tagen'],
  ])('%d ms ago', (ms, ...expected) => expect(all((m) => ago(ms, m))).toEqual(expected))

  it('words an age and a length', () => {
    expect([age(50 * 3_600_000, english), age(50 * 3_600_000, german)]).toEqual(['2 days', '2 Tage'])
    expect(span(0, english)).toBe('0 seconds')
    expect(span(3_661, english)).toBe('1 hour, 1 minute and 1 second')
    expect(span(5_400, german)).toBe('1 Stunde und 30 Minuten')
  })
})
