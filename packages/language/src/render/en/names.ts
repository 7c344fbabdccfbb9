import type { Noun } from '../noun.ts'
import type { Role } from '../words.ts'
import { nouns } from './nouns.ts'

/** First words of names that are common nouns: "Kitchen light" is "the kitchen light" within a sentence. */
const common = new Set(
  `alarm attic back balcony basement bath bathroom bed bedroom bedside blind blinds boiler ceiling cellar children's
  christmas-tree coffee cooker corner counter curtain curtains desk dining dishwasher door doorbell downstairs drive
  driveway dryer entrance entry fan fans fence floor freezer fridge front garage garden gate guest guests' hall hallway
  heater heating house inside kids' kitchen lamp lamps landing laundry left light lights living loft lounge main mirror
  motion nursery office outdoor outside oven pantry patio pendant playroom plug pool porch power radiator reading right
  robot roof sauna shed shelf shower side sink smoke sofa speaker spot spots stair stairs standing stove street study
  summer switch table terrace thermostat toilet towel tree tv-corner upper upstairs utility vacuum ventilation wall
  wardrobe washer washing water window windows winter workshop yard`.split(/\s+/),
)

/** Last words that make a name plural. */
const plural = new Set(
  `awnings batteries blinds bulbs candles curtains doors downlights drapes fans gates heaters lamps leds lights locks
  plugs radiators sensors shades shutters sockets speakers spotlights spots switches windows`.split(/\s+/),
)

/** "Kitchen light" → "kitchen light"; "Sonos One" and "TV" stay. */
export function lowered(name: string): string {
  const first = /^[^\s-]+/.exec(name)?.[0] ?? ''
  return common.has(first.toLowerCase()) && !/\p{Lu}/u.test(name.slice(1))
    ? first.toLowerCase() + name.slice(first.length)
    : name
}

/** Names that take no article: people, and what belongs to one ("Maddie's lamp", but "the kids' lamp"). */
function isProper(name: string, person: boolean): boolean {
  return person || /^(the|my|our|a|an)\s/i.test(name) || (/^\p{Lu}\S*['’]s\s/u.test(name) && lowered(name) === name)
}

export const names = {
  /** As `of`: "of the kitchen light". */
  the: (name: string, person: boolean, role: Role): string => {
    const text = isProper(name, person) ? name : `the ${lowered(name)}`
    return role === 'of' ? `of ${text}` : text
  },
  titled: (name: string, noun: Noun, role: Role): string =>
    `${role === 'of' ? 'of ' : ''}the ${nouns[noun].one} ${name}`,
  inList: (name: string, person: boolean): string => (isProper(name, person) ? name : `the ${lowered(name)}`),
  bare: lowered,
  isPlural: (name: string): boolean => plural.has(/\S+$/.exec(name)?.[0].toLowerCase() ?? ''),
}
