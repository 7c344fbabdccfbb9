import { readGermanNumber } from '../normalise/german-numbers.ts'
import type { LanguageRules } from './language.ts'
import { words, wordsBy } from './words.ts'

const sensorWords =
  'sensor kontakt melder messwert wert zustand status leistung verbrauch stromverbrauch energie batterie akku batteriestand'
const cardinals = 'null eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf'.split(' ')
const adjectiveEndings = ['e', 'en', 'em', 'er', 'es']

export const german: LanguageRules = {
  code: 'de',
  spellings: new Map([
    ['&', 'und'],
    ['+', 'plus'],
    ['prozent', '%'],
    ['grad', '°'],
    ['º', '°'],
    ['okay', 'ok'],
    ['rolladen', 'rollladen'],
    ['rolladens', 'rollladens'],
    ['rollaeden', 'rolllaeden'],
    ['fernsehen', 'fernseher'],
  ]),
  pairs: new Map([
    ['t v', 'tv'],
    ['w lan', 'wlan'],
    ['per cent', '%'],
  ]),
  joiners: [
    ['und', 'dann'],
    ['und', 'danach'],
    ['und', 'auch'],
    ['und', 'ausserdem'],
    ['und', 'bitte'],
    ['und'],
    ['dann'],
    ['danach'],
    ['sowie'],
    ['plus'],
  ],
  exceptions: words('ausser ausgenommen bis ohne nur'),
  negations: words('nicht nie niemals kein keine keinen keinem keiner weder'),
  pronouns: words('es sie ihn ihm ihnen das die den diese dieses diesen'),
  articles: words('der die das den dem des ein eine mein meine unser unsere'),
  kinds:
    words(`licht lichter lampe lampen leuchte leuchten beleuchtung ventilator ventilatoren luefter schalter steckdose
    steckdosen rollo rollos rollladen rolllaeden jalousie jalousien raffstore markise vorhang vorhaenge gardine gardinen
    tuer tueren fenster tor garage garagentor schloss schloesser thermostat heizung heizungen heizkoerper lautsprecher
    fernseher tv staubsauger roboter saugroboter alarmanlage sensor sensoren bewegung rauch temperatur luftfeuchtigkeit
    feuchtigkeit feuchte batterie akku leistung strom energie kamera taste knopf szene skript links rechts oben unten
    haupt 1 2 3 4 5 6 7 8 9 eins zwei drei vier fuenf sechs sieben acht neun`),
  sides: words(
    'links rechts linke rechte linker rechter linkes rechtes oben unten vorne hinten 1 2 3 4 5 6 7 8 9 eins zwei drei vier fuenf',
  ),
  droppable: wordsBy({
    lock: 'schloss tuerschloss',
    binary_sensor: `${sensorWords} fensterkontakt tuerkontakt bewegung bewegungsmelder bewegungssensor praesenz rauchmelder`,
    sensor: `${sensorWords} temperatur luftfeuchtigkeit feuchtigkeit feuchte helligkeit spannung druck`,
    cover: 'antrieb',
    climate: 'thermostat',
    media_player: 'player',
    vacuum: 'staubsauger saugroboter',
    scene: 'szene modus',
    script: 'skript',
    button: 'taste taster neustart neustarten restart',
    todo: 'liste',
    switch: 'steckdose schalter',
  }),
  links: ['', 'n', 's', 'es', 'en', 'er'],
  heads: words('timer wecker'),
  levels: new Map([
    [-1, ['keller', 'untergeschoss', 'ug']],
    [0, ['erdgeschoss', 'eg', 'parterre']],
    [1, ['obergeschoss', 'og', 'ersten stock', 'erste etage', 'ersten etage']],
  ]),
  top: ['oberste etage', 'obersten etage', 'obersten stock'],
  bottom: ['unterste etage', 'untersten etage', 'untersten stock'],
  upper: ['oben'],
  lower: ['unten'],
  readNumber: readGermanNumber,
  inflect: (word) => (/[\ds]$/.test(word) ? [] : word.endsWith('e') ? [`${word}s`, `${word}n`] : [`${word}s`]),
  variants: germanVariants,
}

/** `2` and `zwei`; and an adjective in front of the noun follows the article: `Große Lampe`, `der großen Lampe`. */
function germanVariants(word: string, last: boolean): string[] {
  const digit = cardinals.indexOf(word)
  if (digit >= 0) return [String(digit)]
  const cardinal = /^\d{1,2}$/.test(word) ? cardinals[Number(word)] : undefined
  if (cardinal !== undefined) return [cardinal]
  const ending = last || word.length < 5 ? undefined : adjectiveEndings.find((end) => word.endsWith(end))
  if (ending === undefined) return []
  const stem = word.slice(0, -ending.length)
  return adjectiveEndings.filter((end) => end !== ending).map((end) => stem + end)
}
