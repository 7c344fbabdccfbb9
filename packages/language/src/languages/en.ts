import { readEnglishNumber } from '../normalise/english-numbers.ts'
import type { LanguageRules } from './language.ts'
import { words, wordsBy } from './words.ts'

const sensorWords = 'sensor contact detector reading value state status power energy battery consumption usage level'
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const cardinals = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const endings = ['th', 'st', 'nd', 'rd']

export const english: LanguageRules = {
  code: 'en',
  spellings: new Map([
    ['&', 'and'],
    ['+', 'plus'],
    ['percent', '%'],
    ['pct', '%'],
    ['temp', 'temperature'],
    ['degree', '°'],
    ['degrees', '°'],
    ['º', '°'],
    ['okay', 'ok'],
    ['colour', 'color'],
    ['colours', 'colors'],
    ['grey', 'gray'],
  ]),
  pairs: new Map([
    ['per cent', '%'],
    ['wi fi', 'wifi'],
    ['t v', 'tv'],
    ...ordinals.slice(1).map((word, index): [string, string] => [`${index + 1} ${endings[index + 1] ?? 'th'}`, word]),
  ]),
  joiners: [
    ['and', 'then'],
    ['and', 'also'],
    ['but', 'also'],
    ['and', 'please'],
    ['and'],
    ['then'],
    ['also'],
    ['plus'],
  ],
  exceptions: words('except excluding excepting besides but without save apart other'),
  negations: words('not dont never no neither nor wont cannot cant'),
  pronouns: words('it them that those these this'),
  articles: words('the a an my our'),
  kinds: words(`light lights lamp lamps fan fans switch switches plug plugs socket sockets outlet outlets blind blinds
    shade shades shutter shutters curtain curtains awning awnings door doors window windows gate gates garage lock locks
    thermostat thermostats heating heater radiator radiators speaker speakers tv television vacuum robot alarm sensor sensors
    motion smoke temperature humidity battery power energy camera button scene script left right top bottom main
    1 2 3 4 5 6 7 8 9 one two three four five six seven eight nine`),
  sides: words(
    'left right top bottom front back middle 1 2 3 4 5 6 7 8 9 one two three four five six seven eight nine',
  ),
  droppable: wordsBy({
    lock: 'lock deadbolt',
    binary_sensor: `${sensorWords} motion presence occupancy smoke leak moisture water`,
    sensor: `${sensorWords} temperature humidity illuminance brightness voltage current pressure`,
    cover: 'cover opener',
    climate: 'thermostat',
    media_player: 'player',
    vacuum: 'vacuum cleaner',
    scene: 'scene mode',
    script: 'script routine',
    button: 'button restart reboot',
    todo: 'list',
    switch: 'plug socket outlet switch',
  }),
  links: [''],
  heads: new Set(),
  levels: new Map([
    [-1, ['basement', 'cellar']],
    [0, ['ground floor']],
  ]),
  top: ['top floor', 'upper floor'],
  bottom: ['bottom floor', 'lower floor'],
  upper: ['upstairs'],
  lower: ['downstairs'],
  readNumber: readEnglishNumber,
  inflect: (word) => (/[\ds]$/.test(word) ? [] : [`${word}s`]),
  variants: englishVariants,
}

/** `2` is `two`, and the other way round: people say what the label shows. */
function englishVariants(word: string): string[] {
  const digit = cardinals.indexOf(word)
  if (digit >= 0) return [String(digit)]
  const cardinal = /^\d{1,2}$/.test(word) ? cardinals[Number(word)] : undefined
  return cardinal === undefined ? [] : [cardinal]
}
