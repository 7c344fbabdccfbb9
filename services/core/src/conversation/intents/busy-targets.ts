/** What an entity has to be doing for an intent to mean it when no name was said. */
const busy: Readonly<Record<string, readonly string[]>> = {
  TaliStepBrightness: ['on'],
  HassStopMoving: ['opening', 'closing'],
  HassMediaPause: ['playing', 'buffering'],
  HassMediaUnpause: ['paused'],
  HassMediaNext: ['playing', 'paused', 'buffering'],
  HassMediaPrevious: ['playing', 'paused', 'buffering'],
  HassMediaPlayerMute: ['playing', 'paused', 'on', 'idle', 'buffering'],
  HassMediaPlayerUnmute: ['playing', 'paused', 'on', 'idle', 'buffering'],
  HassSetVolume: ['playing', 'paused', 'on', 'idle', 'buffering'],
  HassSetVolumeRelative: ['playing', 'paused', 'on', 'idle', 'buffering'],
  HassVacuumReturnToBase: ['cleaning', 'paused', 'idle', 'error', 'returning'],
}

/**
 * "Pause" means what plays, "stop" what moves. One target alone is always meant: it was named, or it is the only one, and
 * its own answer tells more than a refusal.
 */
export function busyTargets(
  intent: string,
  targets: readonly string[],
  stateOf: (entityId: string) => string | undefined,
): readonly string[] {
  const states = busy[intent]
  if (!states || targets.length < 2) return targets
  return targets.filter((id) => states.includes(stateOf(id) ?? ''))
}
