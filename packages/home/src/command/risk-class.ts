import type { Entity, RiskClass } from '@tali/contracts'

type Judged = Pick<Entity, 'domain' | 'deviceClass' | 'category'>
type Judge = RiskClass | ((entity: Judged, parameters: Readonly<Record<string, unknown>>) => RiskClass)

/** Covers that let somebody in. One without a class counts as a blind: most are. */
const entrances = new Set(['garage', 'gate', 'door', 'window'])

const opening: Judge = ({ deviceClass }) => (entrances.has(deviceClass ?? '') ? 3 : 1)
const closing: Judge = ({ deviceClass }) => (deviceClass === 'garage' || deviceClass === 'gate' ? 2 : 1)
const toPosition =
  (open: Judge, close: Judge): Judge =>
  (entity, parameters) =>
    judged(parameters['position'] === 0 ? close : open, entity, parameters)

/**
 * The gate's risk class of an action (SI-13): 1 comfort, 2 costly or hard to undo, 3 safety and security. An action that
 * is not in the table is 3: what nobody has thought about is not harmless. `*` stands for every other action of a domain
 * whose actions are all of one kind.
 */
export const riskTable: Readonly<Record<string, Readonly<Record<string, Judge>>>> = {
  // Rings, and calls for help: to trigger it is a false alarm, to disarm it is an open door. To arm it can ring too.
  alarm_control_panel: { alarm_disarm: 3, alarm_trigger: 3, '*': 2 },
  // A button of the class restart or update puts a device out of work for a while.
  button: { press: ({ deviceClass }) => (deviceClass === 'restart' || deviceClass === 'update' ? 2 : 1) },
  climate: { '*': 1 },
  cover: {
    open_cover: opening,
    close_cover: closing,
    toggle: opening,
    set_cover_position: toPosition(opening, closing),
    stop_cover: 1,
    open_cover_tilt: 1,
    close_cover_tilt: 1,
    stop_cover_tilt: 1,
    set_cover_tilt_position: 1,
  },
  fan: { '*': 1 },
  humidifier: { '*': 1 },
  // Blades start to turn.
  lawn_mower: { start_mowing: 2, pause: 1, stop: 1, dock: 1 },
  light: { '*': 1 },
  // To lock is safe for those inside; whoever stands outside has a key, or is no resident.
  lock: { lock: 1, unlock: 3, open: 3 },
  media_player: { '*': 1 },
  number: { set_value: 1 },
  scene: { turn_on: 1 },
  select: { select_option: 1 },
  // To silence a siren is what a burglar wants; to sound it wakes the street.
  siren: { turn_on: 2, turn_off: 3, toggle: 3 },
  switch: { '*': 1 },
  text: { set_value: 1 },
  update: { install: 2 },
  vacuum: { '*': 1 },
  // Water and gas: to open is 3, to close is what one wants in an emergency.
  valve: { open_valve: 3, toggle: 3, close_valve: 1, stop_valve: 1, set_valve_position: toPosition(3, 1) },
  // Hot water costs, and scalds.
  water_heater: { turn_off: 1, '*': 2 },
}

const actionName = /^[a-z_]+$/

/** The risk class of an action on an entity. A setting of a device (`category` config) is at least 2. */
export function riskClass(
  entity: Judged,
  action: string,
  parameters: Readonly<Record<string, unknown>> = {},
): RiskClass {
  const actions = Object.hasOwn(riskTable, entity.domain) ? riskTable[entity.domain] : undefined
  if (!actions || !actionName.test(action)) return 3
  const judge = Object.hasOwn(actions, action) ? actions[action] : actions['*']
  if (judge === undefined) return 3
  const risk = judged(judge, entity, parameters)
  return entity.category === 'config' && risk < 2 ? 2 : risk
}

function judged(judge: Judge, entity: Judged, parameters: Readonly<Record<string, unknown>>): RiskClass {
  return typeof judge === 'function' ? judge(entity, parameters) : judge
}
