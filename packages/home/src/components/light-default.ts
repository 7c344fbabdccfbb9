import type { ColorMode } from '../capabilities.ts'
import { rgbToHs } from '../colour/convert.ts'
import type { Order, OutgoingMessage } from '../command/order.ts'
import type { Config, Reader, Sender } from '../discovery/config.ts'
import { numberOf, roundEven } from '../number-text.ts'
import { fromBrightness, mireds, toBrightness } from '../scale.ts'
import type { Draft } from '../state/draft.ts'
import type { Behaviour, Command } from './component.ts'
import { kelvinRange, lightCapabilities } from './light-model.ts'
import { lightAttributes, listed, setChannels, setHs, setKelvin, setRgb, setXy } from './light-report.ts'
import { lightExpects, lightWish, transition, type Colour, type LightModel, type LightWish } from './light-wish.ts'
import { numberInto, stateFrom, textInto } from './readers.ts'

const colours = ['hs', 'rgb', 'rgbw', 'rgbww', 'xy'] as const

/** `light.mqtt`, default schema: a topic for each thing that can be set and reported. */
export function lightDefault(config: Config): Behaviour {
  config.required('command_topic')
  const model = modelOf(config)
  const words = { on: config.text('payload_on', 'ON'), off: config.text('payload_off', 'OFF') }
  const scale = config.number('brightness_scale', 255)
  const reports = { ...listen(config, model, words, scale), brightnessStep: 255 / scale }
  const power = config.sender('command_topic')
  const write = writers(config, model, scale)
  const type = config.text('on_command_type', 'last')
  const turnOff: Command | null =
    power &&
    ((parameters): Order => {
      transition(parameters)
      return {
        messages: [power(words.off)],
        expects: reports.state ? [{ kind: 'is', of: 'state', values: ['off'] }] : null,
      }
    })
  const turnOn: Command | null =
    power &&
    ((parameters, state): Order => {
      const wish = lightWish(parameters, model, state)
      if (wish.brightness === 0)
        return {
          messages: [power(words.off)],
          expects: reports.state ? [{ kind: 'is', of: 'state', values: ['off'] }] : null,
        }
      const said = state.attributes['brightness']
      const level = wish.brightness ?? (type === 'brightness' ? (typeof said === 'number' ? said : 255) : null)
      const settings = write(
        { ...wish, brightness: level },
        typeof said === 'number' ? said : 255,
        state.attributes['rgb_color'],
      )
      const messages =
        type === 'first'
          ? [power(words.on), ...settings]
          : type === 'last' || settings.length === 0
            ? [...settings, power(words.on)]
            : settings
      return { messages, expects: lightExpects(wish, reports) }
    })
  return {
    capabilities: lightCapabilities(model),
    commands: { turn_on: turnOn, turn_off: turnOff },
    reportsState: reports.state,
    attributes: lightAttributes,
  }
}

function modelOf(config: Config): LightModel {
  const modes: ColorMode[] = []
  if (config.has('color_temp_command_topic')) modes.push('color_temp')
  for (const mode of colours) if (config.has(`${mode}_command_topic`)) modes.push(mode)
  if (config.has('white_command_topic')) modes.push('white')
  if (modes.length === 0) modes.push(config.has('brightness_command_topic') ? 'brightness' : 'onoff')
  const effects = config.has('effect_command_topic') ? config.words('effect_list', []) : []
  return { modes, ...kelvinRange(config), effects, transition: false }
}

function listen(config: Config, model: LightModel, words: { on: string; off: string }, scale: number) {
  const told = !config.flag('optimistic', false)
  const ownMode = config.has('color_mode_state_topic')
  const mode = (name: ColorMode) => (ownMode ? null : name)
  const on = (what: string, feeds: readonly string[], read: Reader) =>
    config.listen(`${what}_state_topic`, { template: `${what}_value_template`, feeds }, read) && told
  const inKelvin = config.flag('color_temp_kelvin', false)
  const state =
    config.listen(
      'state_topic',
      { template: 'state_value_template', feeds: ['state'], asItIs: true },
      stateFrom(
        new Map([
          [words.on, 'on'],
          [words.off, 'off'],
        ]),
      ),
    ) && told
  const hasBrightness = config.has('brightness_state_topic')
  const channels =
    (count: number, put: (draft: Draft, numbers: readonly number[]) => void): Reader =>
    (reading, draft) => {
      const numbers = listed(reading, count, 255)
      if (!numbers) draft.ignore('wrong_shape')
      else put(draft, hasBrightness ? numbers : brightest(draft, numbers))
    }
  const colour = [
    on('hs', ['hs_color'], (reading, draft) => {
      const numbers = listed(reading, 2, 360)
      if (numbers) setHs(draft, [numbers[0] ?? 0, Math.min(100, numbers[1] ?? 0)], mode('hs'))
      else draft.ignore('wrong_shape')
    }),
    on('xy', ['xy_color'], (reading, draft) => {
      const numbers = listed(reading, 2, 1)
      if (numbers) setXy(draft, [numbers[0] ?? 0, numbers[1] ?? 0], mode('xy'))
      else draft.ignore('wrong_shape')
    }),
    on(
      'rgb',
      ['rgb_color'],
      channels(3, (draft, n) => setRgb(draft, [n[0] ?? 0, n[1] ?? 0, n[2] ?? 0], mode('rgb'))),
    ),
    on(
      'rgbw',
      ['rgbw_color'],
      channels(4, (draft, n) => setChannels(draft, 'rgbw_color', n, mode('rgbw'))),
    ),
    on(
      'rgbww',
      ['rgbww_color'],
      channels(5, (draft, n) => setChannels(draft, 'rgbww_color', n, mode('rgbww'))),
    ),
    on('color_temp', ['color_temp_kelvin'], (reading, draft) => {
      const said = numberOf(reading)
      const kelvin = said === null || said <= 0 ? null : inKelvin ? Math.trunc(said) : mireds(Math.trunc(said))
      if (kelvin === null || kelvin < 500 || kelvin > 50_000)
        draft.ignore(said === null ? 'not_a_number' : 'out_of_range')
      else setKelvin(draft, kelvin, mode('color_temp'))
    }),
  ].includes(true)
  on('color_mode', ['color_mode'], (reading, draft) => {
    if (model.modes.some((known) => known === reading)) draft.set('color_mode', reading)
    else draft.ignore('unknown_word')
  })
  const level = numberInto('brightness', (value) => (value < 0 ? null : toBrightness(scale, value)))
  // Nothing is no brightness: the light is off, which its state says.
  const brightness = on('brightness', ['brightness'], (reading, draft, message) => {
    if (numberOf(reading) === 0) draft.heard = true
    else level(reading, draft, message)
  })
  const inColour =
    !hasBrightness &&
    !config.has('brightness_command_topic') &&
    ['rgb', 'rgbw', 'rgbww'].some((name) => config.has(`${name}_state_topic`))
  return {
    state,
    colour,
    brightness: brightness || (inColour && told),
    effect: on('effect', ['effect'], textInto('effect')),
  }
}

/** A light without a brightness topic says its brightness in its colour: the brightest channel. */
function brightest(draft: Draft, channels: readonly number[]): readonly number[] {
  const level = Math.max(...channels)
  if (level === 0) return channels
  draft.set('brightness', level)
  return channels.map((channel) => Math.min(255, roundEven((channel / level) * 255)))
}

/** What writes a wish to the light's topics. */
function writers(
  config: Config,
  model: LightModel,
  scale: number,
): (wish: LightWish, level: number, rgbNow: unknown) => OutgoingMessage[] {
  const brightness = config.sender('brightness_command_topic', 'brightness_command_template')
  const effect = config.sender('effect_command_topic', 'effect_command_template')
  const temperature = config.sender('color_temp_command_topic', 'color_temp_command_template')
  const white = config.sender('white_command_topic')
  const inKelvin = config.flag('color_temp_kelvin', false)
  const senders = new Map(
    colours.map((mode) => [mode, config.sender(`${mode}_command_topic`, `${mode}_command_template`)]),
  )
  const whiteScale = config.number('white_scale', 255)

  function colourMessage(colour: Colour, level: number): OutgoingMessage | null {
    if (colour.mode === 'color_temp') return temperature?.(inKelvin ? colour.kelvin : mireds(colour.kelvin)) ?? null
    if (colour.mode === 'white')
      return white?.(Math.min(whiteScale, roundEven((colour.level / 255) * whiteScale))) ?? null
    const send = senders.get(colour.mode)
    if (!send) return null
    if (colour.mode === 'hs') return send(`${colour.hs[0]},${colour.hs[1]}`, { hue: colour.hs[0], sat: colour.hs[1] })
    if (colour.mode === 'xy') return send(`${colour.xy[0]},${colour.xy[1]}`, { x: colour.xy[0], y: colour.xy[1] })
    return channelMessage(send, colour.mode === 'rgb' ? colour.rgb : colour.channels, brightness ? 255 : level)
  }

  return (wish, levelNow, rgbNow) => {
    const messages: OutgoingMessage[] = []
    const level = wish.brightness ?? levelNow
    const colour = wish.colour ?? (wish.brightness !== null && !brightness ? colourNow(model, rgbNow) : null)
    const message = colour && colourMessage(colour, level)
    if (message) messages.push(message)
    if (wish.brightness !== null && brightness) messages.push(brightness(fromBrightness(scale, wish.brightness)))
    if (wish.effect !== null && effect) messages.push(effect(wish.effect))
    return messages
  }
}

/** A light that is dimmed by its colour is sent the colour it has, scaled. */
function colourNow(model: LightModel, now: unknown): Colour | null {
  const channels = Array.isArray(now) ? now.filter((channel): channel is number => typeof channel === 'number') : []
  const [red = 255, green = 255, blue = 255] = channels
  const hs = rgbToHs([red, green, blue])
  if (model.modes.includes('rgb')) return { mode: 'rgb', rgb: [red, green, blue], hs }
  if (model.modes.includes('rgbw')) return { mode: 'rgbw', channels: [red, green, blue, 0], hs }
  return model.modes.includes('rgbww') ? { mode: 'rgbww', channels: [red, green, blue, 0, 0], hs } : null
}

const channelNames: Readonly<Record<number, readonly string[]>> = {
  3: ['red', 'green', 'blue'],
  4: ['red', 'green', 'blue', 'white'],
  5: ['red', 'green', 'blue', 'cold_white', 'warm_white'],
}

function channelMessage(send: Sender, channels: readonly number[], level: number): OutgoingMessage {
  const scaled = channels.map((channel) => Math.trunc((channel * level) / 255))
  const names = channelNames[channels.length] ?? []
  return send(scaled.join(','), Object.fromEntries(scaled.map((channel, i) => [names[i] ?? '', channel])))
}
