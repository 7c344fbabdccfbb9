import type { KnownAction } from '../aim.ts'
import type { Order, Predicate } from '../words.ts'
import { has, is, says, verb } from './verbs.ts'

const to = (verb: string, rest = ''): Order => ({ verb, rest })

const acts: Readonly<Record<KnownAction, Order>> = {
  turn_on: to('turn on'),
  turn_off: to('turn off'),
  toggle: to('toggle'),
  open_cover: to('open'),
  close_cover: to('close'),
  stop_cover: to('stop'),
  open_valve: to('open'),
  close_valve: to('close'),
  stop_valve: to('stop'),
  lock: to('lock'),
  unlock: to('unlock'),
  open: to('open'),
  start: to('start'),
  start_mowing: to('start'),
  pause: to('pause'),
  stop: to('stop'),
  return_to_base: to('send', 'to its base'),
  dock: to('send', 'to its base'),
  clean_spot: to('send', 'to clean a spot'),
  locate: to('find'),
  media_play: to('start', 'playing'),
  media_pause: to('pause'),
  media_play_pause: to('play or pause'),
  media_stop: to('stop'),
  media_next_track: to('skip', 'to the next track'),
  media_previous_track: to('take', 'to the previous track'),
  play_media: to('start', 'playing'),
  volume_up: to('turn up'),
  volume_down: to('turn down'),
  mute: to('mute'),
  unmute: to('unmute'),
  press: to('press'),
  trigger: to('trigger'),
  alarm_arm_home: to('arm', 'for home'),
  alarm_arm_away: to('arm', 'for away'),
  alarm_arm_night: to('arm', 'for the night'),
  alarm_arm_vacation: to('arm', 'for a holiday'),
  alarm_arm_custom_bypass: to('arm', 'in part'),
  alarm_disarm: to('disarm'),
  alarm_trigger: to('trigger'),
  brighten: to('brighten'),
  dim: to('dim'),
  oscillate: to('swing'),
}

export const orders = {
  acts,
  set: (goal: string): Order => to('set', `to ${goal}`),
  volume: (goal: string): string => `volume ${goal}`,
  unknown: to('change'),
}

/** What is true after an action that leaves no state of its own. */
export const deeds = {
  press: has('been pressed', 'pressed'),
  trigger: has('been triggered', 'triggered'),
  scene: is('set'),
  script: has('been started', 'started'),
  locate: is('making itself heard', 'making a sound'),
  stop_cover: has('stopped', 'stopped'),
  stop_valve: has('stopped', 'stopped'),
  mute: is('muted'),
  unmute: is('no longer muted'),
  media_next_track: is('playing the next track', 'next track'),
  media_previous_track: is('playing the previous track', 'previous track'),
  done: has('done it', 'done'),
}

export const predicates = {
  level: (value: string): Predicate => is(`at ${value}`, value),
  position: (value: string): Predicate => is(`${value} open`),
  movingTo: (value: string): Predicate => is(`on the way to ${value} open`),
  set: (value: string): Predicate => is(`set to ${value}`, value),
  colour: (name: string): Predicate => is(name),
  volume: (value: string): Predicate => is(`at volume ${value}`, `volume ${value}`),
  measured: (value: string): Predicate => is(`at ${value}`, value),
  when: (moment: string): Predicate => is(moment),
  zone: (name: string): Predicate => is(`at ${name}`, name),
  plays: (quoted: string): Predicate => is(`playing ${quoted}`, quoted),
  says: (quoted: string): Predicate => says(quoted),
  silent: has('not answered', 'no answer'),
  offline: (since: string): Predicate => (since === '' ? is('offline') : has(`been offline since ${since}`, 'offline')),
  online: is('online'),
  unreported: has('not reported', 'no report'),
  statelessOnly: verb('does', 'do', 'did', 'not report whether it was done', 'sent, no report'),
}
