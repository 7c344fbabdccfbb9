import { describe, expect, it } from 'vitest'
import { suggest } from './suggest.ts'
import { houses } from './testing/house.ts'

describe('examples of what can be said', () => {
  it('are made of the names of the home: something to do, something to know, and a why', () => {
    expect(suggest(Object.values(houses.en), 'en')).toEqual([
      'Turn on the kitchen light',
      'How warm is it in the living room?',
      'Why did the kitchen light go on?',
    ])
    expect(suggest(Object.values(houses.de), 'de')).toEqual([
      'Schalte das Küchenlicht ein',
      'Wie warm ist es im Wohnzimmer?',
      'Warum ging das Küchenlicht an?',
    ])
  })

  it('take what there is', () => {
    const { blinds, kitchenWindow } = houses.de
    expect(suggest([blinds, kitchenWindow], 'de')).toEqual([
      'Mach die Rollläden zu',
      'Sind alle Fenster zu?',
      'Was ist heute passiert?',
    ])
    expect(suggest([], 'en')).toEqual(['What time is it?', 'Put milk on the shopping list'])
  })
})
