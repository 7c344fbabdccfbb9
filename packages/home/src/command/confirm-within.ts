/**
 * How long a device of a kind may take to report what it was told to do, in ms. It is the time to begin: a cover that
 * reports `opening` has answered. Measured from the message leaving; a transition's own time comes on top.
 */
export const confirmWithin: Readonly<Record<string, number>> = {
  light: 2_000,
  switch: 2_000,
  fan: 2_000,
  siren: 2_000,
  select: 3_000,
  number: 3_000,
  text: 3_000,
  media_player: 3_000,
  humidifier: 5_000,
  climate: 5_000,
  water_heater: 5_000,
  cover: 5_000,
  valve: 5_000,
  lock: 5_000,
  alarm_control_panel: 5_000,
  vacuum: 10_000,
  lawn_mower: 10_000,
  update: 15_000,
}

/** Of a kind that the table does not name. */
export const confirmWithinElse = 3_000

export function confirmWithinMs(domain: string): number {
  return confirmWithin[domain] ?? confirmWithinElse
}
