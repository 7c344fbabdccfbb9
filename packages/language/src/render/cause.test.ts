import type { Cause, Channel } from '@tali/contracts'
import { describe, expect, it } from 'vitest'
import { wordCause } from './cause.ts'
import { now, timeZone } from './testing/house.ts'

const maddie = (channel: Channel): Cause => ({ kind: 'resident', residentId: 'r1', name: 'Maddie', channel })

const rows: readonly (readonly [Cause, en: string, de: string])[] = [
  [maddie('chat'), 'Maddie, by chat', 'Maddie, per Chat'],
  [maddie('page'), 'Maddie, on the page', 'Maddie, auf der Seite'],
  [maddie('voice'), 'Maddie, by voice', 'Maddie, per Sprache'],
  [maddie('api'), 'Maddie, through the API', 'Maddie, über die API'],
  [{ kind: 'owner', channel: 'terminal' }, 'the owner, from the terminal', 'Admin, am Terminal'],
  [{ kind: 'timer', timerId: 't1', name: 'pizza' }, 'timer pizza', 'Timer pizza'],
  [{ kind: 'timer', timerId: 't1', name: null }, 'a timer', 'ein Timer'],
  [{ kind: 'device' }, 'the device itself', 'das Gerät selbst'],
  [{ kind: 'manual' }, 'by hand', 'von Hand'],
  [{ kind: 'restart' }, 'after a restart', 'nach einem Neustart'],
]

describe('a cause chip', () => {
  for (const [cause, en, de] of rows) {
    it(`${en} | ${de}`, () => {
      expect(wordCause(cause, { language: 'en', now, timeZone })).toBe(en)
      expect(wordCause(cause, { language: 'de', now, timeZone })).toBe(de)
    })
  }
})
