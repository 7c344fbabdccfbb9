import type { KnownAction } from '../aim.ts'
import type { Order, Predicate } from '../words.ts'
import { hat, ist, meldet, steht, verb } from './verbs.ts'

const zu = (verb: string, rest = ''): Order => ({ verb, rest })

const acts: Readonly<Record<KnownAction, Order>> = {
  turn_on: zu('einschalten'),
  turn_off: zu('ausschalten'),
  toggle: zu('umschalten'),
  open_cover: zu('öffnen'),
  close_cover: zu('schließen'),
  stop_cover: zu('anhalten'),
  open_valve: zu('öffnen'),
  close_valve: zu('schließen'),
  stop_valve: zu('anhalten'),
  lock: zu('abschließen'),
  unlock: zu('aufschließen'),
  open: zu('öffnen'),
  start: zu('starten'),
  start_mowing: zu('starten'),
  pause: zu('anhalten'),
  stop: zu('stoppen'),
  return_to_base: zu('schicken', 'zur Station'),
  dock: zu('schicken', 'zur Station'),
  clean_spot: zu('reinigen lassen', 'eine Stelle'),
  locate: zu('suchen'),
  media_play: zu('weiterspielen lassen'),
  media_pause: zu('anhalten'),
  media_play_pause: zu('abspielen oder anhalten'),
  media_stop: zu('stoppen'),
  media_next_track: zu('springen lassen', 'zum nächsten Titel'),
  media_previous_track: zu('springen lassen', 'zum vorigen Titel'),
  play_media: zu('spielen lassen'),
  volume_up: zu('lauter stellen'),
  volume_down: zu('leiser stellen'),
  mute: zu('stumm schalten'),
  unmute: zu('wieder laut stellen'),
  press: zu('drücken'),
  trigger: zu('auslösen'),
  alarm_arm_home: zu('scharf schalten', 'für zu Hause'),
  alarm_arm_away: zu('scharf schalten', 'für unterwegs'),
  alarm_arm_night: zu('scharf schalten', 'für die Nacht'),
  alarm_arm_vacation: zu('scharf schalten', 'für den Urlaub'),
  alarm_arm_custom_bypass: zu('scharf schalten', 'teilweise'),
  alarm_disarm: zu('unscharf schalten'),
  alarm_trigger: zu('auslösen'),
  brighten: zu('heller stellen'),
  dim: zu('dunkler stellen'),
  oscillate: zu('schwenken lassen'),
}

export const orders = {
  acts,
  set: (goal: string): Order => zu('stellen', `auf ${goal}`),
  volume: (goal: string): string => `Lautstärke ${goal}`,
  unknown: zu('verstellen'),
}

/** What is true after an action that leaves no state of its own. */
export const deeds = {
  press: verb('wurde wurden wurde wurden', 'gedrückt', 'gedrückt'),
  trigger: verb('wurde wurden wurde wurden', 'ausgelöst', 'ausgelöst'),
  scene: ist('aktiv'),
  script: verb('wurde wurden wurde wurden', 'gestartet', 'gestartet'),
  locate: meldet('sich', 'meldet sich'),
  stop_cover: ist('angehalten'),
  stop_valve: ist('angehalten'),
  mute: ist('stumm'),
  unmute: ist('nicht mehr stumm'),
  media_next_track: verb('spielt spielen spielte spielten', 'den nächsten Titel', 'nächster Titel'),
  media_previous_track: verb('spielt spielen spielte spielten', 'den vorigen Titel', 'voriger Titel'),
  done: hat('es getan', 'erledigt'),
}

export const predicates = {
  level: (value: string): Predicate => ist(`auf ${value}`, value),
  position: (value: string): Predicate => ist(`zu ${value} offen`, `${value} offen`),
  movingTo: (value: string): Predicate => verb('fährt fahren fuhr fuhren', `auf ${value}`),
  set: (value: string): Predicate => steht(`auf ${value}`, value),
  colour: (name: string): Predicate => verb('leuchtet leuchten leuchtete leuchteten', name, name),
  volume: (value: string): Predicate => steht(`auf Lautstärke ${value}`, `Lautstärke ${value}`),
  measured: (value: string): Predicate => verb('liegt liegen lag lagen', `bei ${value}`, value),
  when: (moment: string): Predicate => ist(moment),
  zone: (name: string): Predicate => ist(`am Ort ${name}`, name),
  plays: (quoted: string): Predicate => verb('spielt spielen spielte spielten', quoted, quoted),
  says: (quoted: string): Predicate => meldet(quoted),
  silent: hat('nicht geantwortet', 'keine Antwort'),
  offline: (since: string): Predicate =>
    ist(since === '' ? 'nicht erreichbar' : `${since} nicht erreichbar`, 'nicht erreichbar'),
  online: ist('erreichbar'),
  unreported: hat('sich nicht gemeldet', 'keine Meldung'),
  statelessOnly: meldet('nicht, ob es geklappt hat', 'gesendet, ohne Rückmeldung'),
}
