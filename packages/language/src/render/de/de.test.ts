import { describe, expect, it } from 'vitest'
import { names } from './names.ts'
import { places } from './places.ts'

describe('names in a German sentence', () => {
  it.each([
    ['Küchenlicht', 'das Küchenlicht', 'das Küchenlicht', 'vom Küchenlicht'],
    ['Stehlampe', 'die Stehlampe', 'die Stehlampe', 'von der Stehlampe'],
    ['Deckenventilator', 'der Deckenventilator', 'den Deckenventilator', 'vom Deckenventilator'],
    ['Lichtschalter', 'der Lichtschalter', 'den Lichtschalter', 'vom Lichtschalter'],
    ['Garagentor', 'das Garagentor', 'das Garagentor', 'vom Garagentor'],
    ['LED-Band', 'das LED-Band', 'das LED-Band', 'vom LED-Band'],
    ['Rollläden', 'die Rollläden', 'die Rollläden', 'von den Rollläden'],
    ['Deckenlichter', 'die Deckenlichter', 'die Deckenlichter', 'von den Deckenlichtern'],
    ['Küche Deckenlicht', 'Küche Deckenlicht', 'Küche Deckenlicht', 'von Küche Deckenlicht'],
    ['Kitchen light', 'Kitchen light', 'Kitchen light', 'von Kitchen light'],
    ['Xanadu', 'Xanadu', 'Xanadu', 'von Xanadu'],
  ])('%s', (name, subject, object, of) => {
    expect([names.the(name, false, 'subject'), names.the(name, false, 'object'), names.the(name, false, 'of')]).toEqual(
      [subject, object, of],
    )
  })

  it('knows plural names, also at the end of several words', () => {
    expect(['Rollläden', 'Bad Spots', 'Küchenlicht', 'Bad Licht'].map(names.isPlural)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('places in a German sentence', () => {
  it.each([
    ['Küche', 'in der Küche'],
    ['Wohnzimmer', 'im Wohnzimmer'],
    ['Flur', 'im Flur'],
    ['Waschküche', 'in der Waschküche'],
    ['Balkon', 'auf dem Balkon'],
    ['Terrasse', 'auf der Terrasse'],
    ['Dachboden', 'auf dem Dachboden'],
    ['Draußen', 'draußen'],
    ['Oben', 'oben'],
    ['Erdgeschoss', 'im Erdgeschoss'],
    ['1. Stock', 'im 1. Stock'],
    ['Erster Stock', 'im ersten Stock'],
    ['Kleines Bad', 'im kleinen Bad'],
    ['Maddies Zimmer', 'in Maddies Zimmer'],
    ['Bar', 'im Bereich Bar'],
    ['Kitchen', 'im Bereich Kitchen'],
  ])('%s: %s', (name, expected) => expect(places.area(name)).toBe(expected))
})
