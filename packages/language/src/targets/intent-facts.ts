import type { Ability } from './fit.ts'

/** What the choice of targets needs to know of an intent. */
export interface IntentFacts {
  /** Domains that it acts on when the sentence names none. */
  readonly domains?: readonly string[]
  /** The same with a device class. Where an area has one of a kind, later kinds of that area do not count. */
  readonly kinds?: readonly { readonly domain: string; readonly deviceClass?: string }[]
  /** Domains that it takes too when one of them is named. */
  readonly named?: readonly string[]
  /** It is about no entity: an area or name in it is something else (a timer's). */
  readonly untargeted?: true
  /** Whoever carries it out picks by state (what is playing, what is moving), so several targets are no question. */
  readonly byState?: true
  /** It tells and changes nothing: without a place it is about the whole home. */
  readonly asks?: true
  /** It is understood where the home has no such thing too: whoever answers says so. */
  readonly evenWithout?: true
  /** What a target must be able to do. */
  readonly needs?: Ability
  /** What it must be able to do for a slot. */
  readonly slotNeeds?: Readonly<Record<string, Ability>>
}

const media: IntentFacts = { domains: ['media_player'], byState: true }
const timer: IntentFacts = { untargeted: true }
const covers = ['cover', 'valve']

/** Home Assistant's intents that say what they act on by their name, and ours. Others go by their slots. */
const facts: Readonly<Record<string, IntentFacts>> = {
  HassGetState: { asks: true },
  HassLightSet: {
    domains: ['light'],
    slotNeeds: { brightness: 'brightness', color: 'color', temperature: 'colorTemperature' },
  },
  HassSetPosition: { domains: covers, needs: 'position' },
  HassStopMoving: { domains: covers, byState: true, needs: 'stop' },
  HassOpenCover: { domains: covers },
  HassCloseCover: { domains: covers },
  HassClimateSetTemperature: { domains: ['climate'], named: ['water_heater'], needs: 'targetTemperature' },
  HassClimateGetTemperature: {
    kinds: [{ domain: 'sensor', deviceClass: 'temperature' }, { domain: 'climate' }],
    named: ['water_heater'],
    asks: true,
  },
  HassFanSetSpeed: { domains: ['fan'], needs: 'percentage' },
  HassVacuumStart: { domains: ['vacuum'] },
  HassVacuumReturnToBase: { domains: ['vacuum'], byState: true },
  HassMediaPause: { ...media, needs: 'pause' },
  HassMediaUnpause: { ...media, needs: 'play' },
  HassMediaNext: { ...media, needs: 'next' },
  HassMediaPrevious: { ...media, needs: 'previous' },
  HassMediaPlayerMute: { ...media, needs: 'mute' },
  HassMediaPlayerUnmute: { ...media, needs: 'mute' },
  HassSetVolume: { ...media, needs: 'volume' },
  HassSetVolumeRelative: { ...media, needs: 'volume' },
  HassGetWeather: { domains: ['weather'], asks: true, evenWithout: true },
  HassStartTimer: timer,
  HassCancelTimer: timer,
  HassCancelAllTimers: timer,
  HassIncreaseTimer: timer,
  HassDecreaseTimer: timer,
  HassPauseTimer: timer,
  HassUnpauseTimer: timer,
  HassTimerStatus: timer,
  HassListAddItem: { domains: ['todo'] },
  HassListCompleteItem: { domains: ['todo'] },
  HassShoppingListAddItem: { untargeted: true },
  HassShoppingListCompleteItem: { untargeted: true },
  TaliAlarmArm: { domains: ['alarm_control_panel'] },
  TaliAlarmDisarm: { domains: ['alarm_control_panel'] },
  TaliGetValue: { asks: true },
  TaliShowList: { asks: true },
  TaliCompleteList: { untargeted: true },
  TaliNotOffered: { untargeted: true },
  TaliStepBrightness: { domains: ['light'], needs: 'brightness', byState: true },
  TaliStepTemperature: { domains: ['climate'], needs: 'targetTemperature' },
  TaliWhy: { asks: true },
  TaliWhatHappened: { asks: true },
}
const byItsSlots: IntentFacts = {}

export function intentFacts(intent: string): IntentFacts {
  return Object.hasOwn(facts, intent) ? (facts[intent] ?? byItsSlots) : byItsSlots
}
