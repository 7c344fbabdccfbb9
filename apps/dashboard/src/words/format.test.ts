import { describe, expect, it } from 'vitest'
import { createFormat } from './format.ts'

const now = Date.parse('2026-11-21T08:00:00Z')
const en = createFormat('en', 'Europe/Berlin')
const de = createFormat('de', 'Europe/Berlin')
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('createFormat', () => {
  it('writes numbers with their units as the language does', () => {
    expect(plain(en.quantity(21.44, '°C'))).toBe('21.4 °C')
    expect(plain(de.quantity(21.44, '°C'))).toBe('21,4 °C')
    expect(plain(en.percent(60))).toBe('60%')
    expect(plain(de.percent(60))).toBe('60 %')
    expect(plain(de.quantity(1234.5, 'W'))).toBe('1.234,5 W')
    expect(en.quantity(3, null)).toBe('3')
  })

  it('tells ages in the largest whole unit', () => {
    expect(plain(en.age(12_900))).toBe('12 s')
    expect(plain(de.age(3 * 60_000))).toBe('3 Min.')
    expect(en.ago(now - 3_000, now)).toBe('just now')
    expect(en.ago(now - 150_000, now)).toBe('2 minutes ago')
    expect(de.ago(now - 5 * 3_600_000, now)).toBe('vor 5 Stunden')
    expect(en.ago(now + 60_000, now)).toBe('just now')
  })

  it('names days by the home’s own midnight', () => {
    expect(en.day('2026-11-20T23:30:00Z', now)).toBe('Today')
    expect(de.day('2026-11-20T22:30:00Z', now)).toBe('Gestern')
    expect(en.day('2026-11-17T12:00:00Z', now)).toBe('Tuesday 17 November')
    expect(de.day('2026-11-17T12:00:00Z', now)).toBe('Dienstag, 17. November')
  })

  it('counts down', () => {
    expect(en.countdown(247)).toBe('4:07')
    expect(en.countdown(3_847)).toBe('1:04:07')
    expect(en.countdown(-3)).toBe('0:00')
  })
})
