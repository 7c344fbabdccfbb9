import {
  mdiBalcony,
  mdiBedOutline,
  mdiCarOutline,
  mdiCoatRack,
  mdiDesk,
  mdiDumbbell,
  mdiFloorPlan,
  mdiHomeRoof,
  mdiPotSteamOutline,
  mdiShower,
  mdiSilverwareForkKnife,
  mdiSofaOutline,
  mdiSprout,
  mdiStairs,
  mdiStairsDown,
  mdiToilet,
  mdiToyBrickOutline,
  mdiWashingMachine,
} from '@mdi/js'

/** Words of rooms' names, in both languages, and what stands for such a room. The first that fits is taken. */
const rooms: [pattern: RegExp, icon: string][] = [
  [/kitchen|küche/i, mdiPotSteamOutline],
  [/dining|ess(zimmer|platz)/i, mdiSilverwareForkKnife],
  [/living|lounge|wohn/i, mdiSofaOutline],
  [/kid|child|nursery|kinder/i, mdiToyBrickOutline],
  [/bed|schlaf|guest|gäste(?!-?wc)/i, mdiBedOutline],
  [/toilet|wc/i, mdiToilet],
  [/bath|shower|bad|dusche/i, mdiShower],
  [/office|study|work|büro|arbeit/i, mdiDesk],
  [/garage|carport/i, mdiCarOutline],
  [/garden|yard|garten|terrace|terrasse|patio|outside|außen/i, mdiSprout],
  [/balcon|balkon/i, mdiBalcony],
  [/laundry|utility|wasch|hauswirtschaft/i, mdiWashingMachine],
  [/attic|loft|dach/i, mdiHomeRoof],
  [/basement|cellar|keller/i, mdiStairsDown],
  [/stair|landing|treppe/i, mdiStairs],
  [/gym|fitness|sport/i, mdiDumbbell],
  [/hall|entr|corridor|flur|diele|eingang/i, mdiCoatRack],
]

export function iconOfArea(area: { name: string; aliases: string[] }): string {
  const names = [area.name, ...area.aliases].join(' ')
  return rooms.find(([pattern]) => pattern.test(names))?.[1] ?? mdiFloorPlan
}

const outside = /garden|yard|garten|terrace|terrasse|patio|outside|outdoor|außen|draußen|balcon|balkon/i

/** What is measured here says nothing about how warm it is inside. */
export function isOutside(area: { name: string; aliases: string[] }): boolean {
  return [area.name, ...area.aliases].some((name) => outside.test(name))
}
