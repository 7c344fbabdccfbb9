import type { Sheet } from '../data/route.ts'
import type { StoryOptions } from './story-server.ts'

/** A view on fixed data: where it is, what lies over it, and how the home is. */
export interface Story {
  path: string
  sheet?: Sheet
  server?: Partial<StoryOptions>
  /** Signed out: Welcome. */
  out?: boolean
  /** The server went away after the page had loaded. */
  away?: boolean
}

/** Every view of the page; the screenshot tests look at each of them. */
export const stories: Record<string, Story> = {
  chat: { path: '/' },
  'chat-empty': { path: '/', server: { fresh: true } },
  house: { path: '/house' },
  'house-empty': { path: '/house', server: { empty: true } },
  'house-away': { path: '/house', away: true },
  'area-living': { path: '/house/living' },
  'area-hall': { path: '/house/hall' },
  'area-kitchen': { path: '/house/kitchen' },
  'area-bedroom': { path: '/house/bedroom' },
  'area-garage': { path: '/house/garage' },
  'area-office': { path: '/house/office' },
  'area-garden': { path: '/house/garden' },
  timeline: { path: '/timeline' },
  'timeline-none': { path: '/timeline?area=office' },
  system: { path: '/system' },
  'system-ailing': { path: '/system', server: { ailing: true } },
  welcome: { path: '/welcome', out: true, server: { fresh: true } },
  'sign-in': { path: '/welcome', out: true },
  'sheet-me': { path: '/house', sheet: { kind: 'me' } },
  'sheet-light': { path: '/house', sheet: { kind: 'entity', entityId: 'light.shelf' } },
  'sheet-sensor': { path: '/house', sheet: { kind: 'entity', entityId: 'sensor.living_temperature' } },
  'sheet-area': { path: '/house/living', sheet: { kind: 'area', areaId: 'living' } },
  'sheet-keys': { path: '/house', sheet: { kind: 'keys' } },
  'sheet-devices': { path: '/system', sheet: { kind: 'devices' } },
  'sheet-pairing': { path: '/system', sheet: { kind: 'pairing' } },
  'sheet-tokens': { path: '/system', sheet: { kind: 'tokens' } },
  'sheet-lights': { path: '/house', sheet: { kind: 'group', group: 'lights' } },
}
