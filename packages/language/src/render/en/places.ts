import { lowered } from './names.ts'

/** Areas that are adverbs already. */
const adverbs = new Set(['upstairs', 'downstairs', 'outside', 'outdoors', 'inside', 'indoors'])

/** Areas that one is on, not in. */
const surfaces = /\b(balcony|terrace|patio|porch|landing|stairs|staircase|roof|deck|veranda|drive|driveway)$/i

export const places = {
  /** "in the kitchen", "on the balcony", "in Maddie's room", "outside" */
  area: (name: string): string => {
    if (adverbs.has(name.toLowerCase())) return name.toLowerCase()
    return `${surfaces.test(name) ? 'on' : 'in'} ${article(name)}`
  },
  /** "upstairs", "on the first floor", "in the basement" */
  floor: (name: string): string => {
    if (adverbs.has(name.toLowerCase())) return name.toLowerCase()
    if (/\b(floor|storey|story|level)$/i.test(name)) return `on the ${name.toLowerCase()}`
    return `in ${article(name)}`
  },
}

function article(name: string): string {
  if (/^(the|my|our)\s/i.test(name) || /^\p{Lu}\S*['’]s\s/u.test(name)) {
    return lowered(name) === name ? name : `the ${lowered(name)}`
  }
  return `the ${lowered(name)}`
}
