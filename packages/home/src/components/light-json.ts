import { isRecord } from '../bounded-json.ts'
import type { ColorMode } from '../capabilities.ts'
import type { Order } from '../command/order.ts'
import type { Config } from '../discovery/config.ts'
import { cleanText } from '../names/clean-text.ts'
import { fromBrightness, mireds, toBrightness } from '../scale.ts'
import type { Draft } from '../state/draft.ts'
import type { Behaviour, Command } from './component.ts'
import { kelvinRange, knownModes, lightCapabilities } from './light-model.ts'
import { lightAttributes, setChannels, setHs, setKelvin, setRgb, setXy } from './light-report.ts'
import {
  isDimmable,
  lightExpects,
  lightWish,
  transition,
  type Colour,
  type LightModel,
  type LightWish,
} from './light-wish.ts'

/** `light.mqtt`, JSON schema: one topic to set, one to report, both with `{"state":"ON","brightness":…}`. */
export function lightJson(config: Config): Behaviour {
  config.required('command_topic')
  const model = modelOf(config)
  const scale = config.number('brightness_scale', 255)
  const inKelvin = config.flag('color_temp_kelvin', false)
  const state =
    config.listen('state_topic', { feeds: ['state', ...lightAttributes] }, (_reading, draft, message) => {
      const json = message.json()
      if (json.ok && isRecord(json.value)) read(draft, json.value, model, { scale, inKelvin })
      else draft.ignore('not_json')
    }) && !config.flag('optimistic', false)
  const reports = { state, brightness: state, colour: state, effect: state, brightnessStep: 255 / scale }
  const send = config.sender('command_topic')
  const flashTimes = { short: config.number('flash_time_short', 2), long: config.number('flash_time_long', 10) }
  const off = (fade: number | null): Record<string, unknown> => ({
    state: 'OFF',
    ...(fade !== null && model.transition && { transition: fade }),
  })
  const turnOff: Command | null =
    send &&
    ((parameters): Order => {
      const fade = transition(parameters)
      return {
        messages: [send(JSON.stringify(off(fade)))],
        expects: state ? [{ kind: 'is', of: 'state', values: ['off'] }] : null,
        takesMs: (fade ?? 0) * 1_000,
      }
    })
  const turnOn: Command | null =
    send &&
    ((parameters, now): Order => {
      const wish = lightWish(parameters, model, now)
      const takesMs = (wish.transition ?? 0) * 1_000
      if (wish.brightness === 0)
        return {
          messages: [send(JSON.stringify(off(wish.transition)))],
          expects: state ? [{ kind: 'is', of: 'state', values: ['off'] }] : null,
          takesMs,
        }
      const payload = {
        state: 'ON',
        ...(wish.brightness !== null && { brightness: fromBrightness(scale, wish.brightness) }),
        ...colourPayload(wish, config, inKelvin),
        ...(wish.effect !== null && { effect: wish.effect }),
        ...(wish.transition !== null && model.transition && { transition: wish.transition }),
        ...(wish.flash !== null && { flash: flashTimes[wish.flash] }),
      }
      return { messages: [send(JSON.stringify(payload))], expects: lightExpects(wish, reports), takesMs }
    })
  return {
    capabilities: lightCapabilities(model),
    commands: { turn_on: turnOn, turn_off: turnOff },
    reportsState: state,
    attributes: lightAttributes,
  }
}

function modelOf(config: Config): LightModel {
  const listed = knownModes(config.words('supported_color_modes', []))
  const brightness = config.flag('brightness', false)
  const modes: ColorMode[] = listed.length > 0 ? listed : [brightness ? 'brightness' : 'onoff']
  const effects = config.flag('effect', false) ? config.words('effect_list', []) : []
  return { modes, ...kelvinRange(config), effects, transition: config.flag('transition', true) }
}

interface Scales {
  readonly scale: number
  readonly inKelvin: boolean
}

function read(draft: Draft, report: Record<string, unknown>, model: LightModel, scales: Scales): void {
  const { state, brightness, color_mode: mode, effect } = report
  if (state === 'ON') draft.say('on')
  else if (state === 'OFF') draft.say('off')
  else if (state === null) draft.say('unknown')
  if (typeof brightness === 'number' && brightness > 0 && isDimmable(model))
    draft.set('brightness', toBrightness(scales.scale, brightness))
  if (typeof mode === 'string' && model.modes.some((known) => known === mode)) readColour(draft, mode, report, scales)
  if (typeof effect === 'string' && model.effects.length > 0) draft.set('effect', cleanText(effect, 100) || null)
  if (!draft.heard) draft.ignore('wrong_shape')
}

function readColour(draft: Draft, mode: string, report: Record<string, unknown>, { inKelvin }: Scales): void {
  const temperature = report['color_temp']
  if (mode === 'color_temp') {
    if (typeof temperature === 'number' && temperature > 0)
      setKelvin(draft, inKelvin ? temperature : mireds(temperature), mode)
    return
  }
  const colour = isRecord(report['color']) ? report['color'] : {}
  const channels = (names: string): number[] | null => {
    const numbers = names.split('').map((name) => colour[name])
    return numbers.every((number): number is number => typeof number === 'number' && Number.isFinite(number))
      ? numbers
      : null
  }
  if (mode === 'hs') withTwo(channels('hs'), (hue, saturation) => setHs(draft, [hue, saturation], mode))
  else if (mode === 'xy') withTwo(channels('xy'), (x, y) => setXy(draft, [x, y], mode))
  else if (mode === 'rgb') withThree(channels('rgb'), (r, g, b) => setRgb(draft, [r, g, b], mode))
  else if (mode === 'rgbw' || mode === 'rgbww') {
    const all = channels(mode === 'rgbw' ? 'rgbw' : 'rgbcw')
    if (all) setChannels(draft, mode === 'rgbw' ? 'rgbw_color' : 'rgbww_color', all, mode)
  } else draft.set('color_mode', mode)
}

function withTwo(numbers: number[] | null, use: (first: number, second: number) => void): void {
  const [first, second] = numbers ?? []
  if (first !== undefined && second !== undefined) use(first, second)
}
function withThree(numbers: number[] | null, use: (first: number, second: number, third: number) => void): void {
  const [first, second, third] = numbers ?? []
  if (first !== undefined && second !== undefined && third !== undefined) use(first, second, third)
}

function colourPayload(wish: LightWish, config: Config, inKelvin: boolean): Record<string, unknown> {
  const { colour } = wish
  if (!colour) return {}
  if (colour.mode === 'color_temp') return { color_temp: inKelvin ? colour.kelvin : mireds(colour.kelvin) }
  if (colour.mode === 'white')
    return { white: Math.max(1, Math.round((colour.level / 255) * config.number('white_scale', 255))) }
  return { color: colourObject(colour) }
}

function colourObject(colour: Exclude<Colour, { mode: 'color_temp' } | { mode: 'white' }>): Record<string, unknown> {
  if (colour.mode === 'hs') return { h: colour.hs[0], s: colour.hs[1] }
  if (colour.mode === 'xy') return { x: colour.xy[0], y: colour.xy[1] }
  if (colour.mode === 'rgb') return { r: colour.rgb[0], g: colour.rgb[1], b: colour.rgb[2] }
  const [r, g, b, first, second] = colour.channels
  return colour.mode === 'rgbw' ? { r, g, b, w: first } : { r, g, b, c: first, w: second }
}
