import type { Noun } from '../noun.ts'
import type { Role } from '../words.ts'
import { nouns } from './nouns.ts'

/** Common nouns and their adjectives, as they stand in names: "Kitchen light" is "the kitchen light" within a sentence. */
const common = new Set(
  `air alarm area attic away back backyard balcony basement bath bathroom battery bed bedroom bedside bell bench big blind
  blinds boiler bookcase bottom box brightness bulb button cabinet camera car carport ceiling cellar chair charger
  children's christmas-tree clock closet coffee computer conditioner conditioning console consumption contact conservatory
  cooker corner corridor couch counter cupboard current curtain curtains cycle dehumidifier desk detector dimmer dining dish
  dishwasher display door doorbell downstairs drawer drive driveway dryer eating electric energy entrance entry exhaust
  extractor fan fans feeder fence filter fireplace flood floor fountain freezer fridge front garage garden gate gateway gas
  guest guests' hall hallway heat heater heating hedge hood hose house humidifier humidity illuminance indoor inside irrigation
  island kettle kids' kitchen lamp lamps lamppost landing laundry leak left level library light lights living lobby lock loft
  lounge lower machine mailbox main master meter microwave middle mirror moisture monitor motion mower music night nursery
  occupancy office outdoor outlet outside oven panel pantry path patio pendant pergola picture plant player playroom plug
  pond pool porch power presence pressure printer projector pump purifier rack radiator radio rail rain reading rear
  receiver refrigerator remote right robot rocker roof room router sauna screen sensor server shade shed shelf shower shutter
  shutters side sink siren skylight small smoke socket sofa soundbar speaker speakers spot spots sprinkler staircase stair
  stairs stand standing station steps stereo storage story stove strip studio study summer swimming switch system table
  tank tap television temperature terrace thermostat toaster toilet top towel track tree tumble tv-corner under upper
  upstairs usage utility vacuum valve vanity ventilation ventilator voltage walk-in wall wardrobe washer washing water weather
  wine window windows winter work workbench workshop worktop yard`.split(/\s+/),
)

/** Last words that make a name plural. */
const plural = new Set(
  `awnings batteries blinds bulbs candles curtains doors downlights drapes fans gates heaters lamps leds lights locks
  plugs radiators sensors shades shutters sockets speakers spotlights spots switches windows`.split(/\s+/),
)

/**
 * "Kitchen light" → "kitchen light", "Dishwasher Power" → "dishwasher power". What is no common noun keeps its capital,
 * and so does all that stands behind it: "Sonos One", "Hall TV", "Apple Home".
 */
export function lowered(name: string): string {
  let proper = false
  return name.replaceAll(/[^\s]+/g, (word) => {
    proper ||= !isCommon(word)
    return proper ? word : word.toLowerCase()
  })
}

function isCommon(word: string): boolean {
  const lower = word.toLowerCase()
  if (word === lower) return true
  if (word.slice(1) !== lower.slice(1)) return false
  return common.has(lower) || lower.split('-').every((part) => common.has(part))
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
