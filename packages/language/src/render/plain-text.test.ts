import { describe, expect, it } from 'vitest'
import { maxQuoted, plainQuote, plainText } from './plain-text.ts'

describe('names and texts of others', () => {
  it.each([
    ['  Hall \t\n lamp. ', 'Hall lamp', 'Hall lamp'],
    ['Lamp\u202Egnp.exe', 'Lampgnp.exe', 'Lampgnp.exe'],
    ['Lamp\u200B\u0000 1', 'Lamp 1', 'Lamp 1'],
    ['Küche / Bad (oben)', 'Küche / Bad (oben)', 'Küche Bad oben'],
    ['💡 Lamp', '💡 Lamp', 'Lamp'],
    ['Off! Now?!', 'Off! Now', 'Off! Now'],
    ['\uD83D Lamp', '\uFFFD Lamp', 'Lamp'],
  ])('%j', (raw, eye, ear) => {
    expect([plainText(raw, false), plainText(raw, true)]).toEqual([eye, ear])
  })

  it('are cut at 80 characters, and not within one', () => {
    expect(plainText('x'.repeat(5_000), false)).toBe(`${'x'.repeat(maxQuoted - 1)}…`)
    expect(plainText(`${'x'.repeat(maxQuoted - 2)}💡💡`, false)).toBe(`${'x'.repeat(maxQuoted - 2)}…`)
    expect(plainText('x'.repeat(5_000), true)).toHaveLength(maxQuoted - 1)
  })

  it('keep the tone of what a person said', () => {
    expect(plainQuote('is the light on?', false)).toBe('is the light on?')
    expect(plainQuote('stop. ', false)).toBe('stop')
  })
})
