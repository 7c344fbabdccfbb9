import type { ColorMode } from '../capabilities.ts'
import { hsToRgb } from '../colour/convert.ts'
import { CommandFailed, type Order } from '../command/order.ts'
import type { Config } from '../discovery/config.ts'
import { numberOf } from '../number-text.ts'
import { clamp, mireds } from '../scale.ts'
import type { Draft } from '../state/draft.ts'
import type { Message } from '../state/message.ts'
import type { Template } from '../template/index.ts'
import type { Behaviour, Command } from './component.ts'
import { kelvinRange, lightCapabilities } from './light-model.ts'
import { lightAttributes, setKelvin, setRgb } from './light-report.ts'
import { lightExpects, lightWish, transition, type LightModel, type LightWish } from './light-wish.ts'

/** `light.mqtt`, template schema: templates take the state apart and put the commands together. */
export function lightTemplate(config: Config): Behaviour {
  for (const key of ['command_topic', 'command_on_template', 'command_off_template']) config.required(key)
  const model = modelOf(config)
  const inKelvin = config.flag('color_temp_kelvin', false)
  const state = listen(config, model, inKelvin) && !config.flag('optimistic', false)
  const has = (mode: ColorMode) => state && model.modes.includes(mode)
  const reports = {
    state,
    brightness: state && config.has('brightness_template'),
    colour: has('hs') || has('color_temp'),
    effect: state && config.has('effect_template'),
    brightnessStep: 1,
  }
  const sendOn = config.sender('command_topic', 'command_on_template')
  const sendOff = config.sender('command_topic', 'command_off_template')
  const turnOff: Command | null = sendOff && ((parameters): Order => off(transition(parameters)))
  const off = (fade: number | null): Order => ({
    messages: sendOff ? [sendOff(null, { state: false, ...(fade !== null && { transition: fade }) })] : [],
    expects: state ? [{ kind: 'is', of: 'state', values: ['off'] }] : null,
    takesMs: (fade ?? 0) * 1_000,
  })
  const turnOn: Command | null =
    sendOn &&
    ((parameters, now): Order => {
      const wish = lightWish(parameters, model, now)
      if (wish.brightness === 0 && sendOff) return off(wish.transition)
      const level = now.attributes['brightness']
      return {
        messages: [sendOn(null, variables(wish, config, inKelvin, typeof level === 'number' ? level : 255))],
        expects: lightExpects(wish, reports),
        takesMs: (wish.transition ?? 0) * 1_000,
      }
    })
  return {
    capabilities: lightCapabilities(model),
    commands: { turn_on: turnOn, turn_off: turnOff },
    reportsState: state,
    attributes: lightAttributes,
  }
}

function modelOf(config: Config): LightModel {
  const modes: ColorMode[] = []
  if (config.has('color_temp_template')) modes.push('color_temp')
  if (['red_template', 'green_template', 'blue_template'].every((key) => config.has(key))) modes.push('hs')
  if (modes.length === 0) modes.push(config.has('brightness_template') ? 'brightness' : 'onoff')
  return { modes, ...kelvinRange(config), effects: config.words('effect_list', []), transition: true }
}

function listen(config: Config, model: LightModel, inKelvin: boolean): boolean {
  const topic = config.topic('state_topic', 'read')
  const template = (key: string): Template | null => {
    const compiled = config.template(key)
    return compiled === 'refused' ? null : compiled
  }
  const state = template('state_template')
  if (topic === null || state === null) return false
  const part = (key: string) => {
    const compiled = template(key)
    return (message: Message): string => compiled?.render(message.text() ?? '', message.jsonValue) ?? ''
  }
  const [brightness, kelvin, effect] = [
    part('brightness_template'),
    part('color_temp_template'),
    part('effect_template'),
  ]
  const channels = [part('red_template'), part('green_template'), part('blue_template')]
  config.listenTo(
    topic,
    { template: 'state_template', feeds: ['state', ...lightAttributes] },
    (reading, draft, message) => {
      if (reading === 'on' || reading === 'off') draft.say(reading)
      else if (reading === 'None') draft.say('unknown')
      const level = numberOf(brightness(message))
      if (level !== null && level > 0) draft.set('brightness', clamp(Math.trunc(level), 1, 255))
      if (model.modes.includes('color_temp')) readKelvin(draft, numberOf(kelvin(message)), inKelvin)
      if (model.modes.includes('hs'))
        readRgb(
          draft,
          channels.map((channel) => numberOf(channel(message))),
        )
      const word = effect(message)
      if (model.effects.includes(word)) draft.set('effect', word)
      if (!draft.heard) draft.ignore('unknown_word')
    },
  )
  return true
}

function readKelvin(draft: Draft, said: number | null, inKelvin: boolean): void {
  if (said !== null && said > 0) setKelvin(draft, inKelvin ? Math.trunc(said) : mireds(Math.trunc(said)), 'color_temp')
}

function readRgb(draft: Draft, channels: readonly (number | null)[]): void {
  const [red, green, blue] = channels
  if (typeof red === 'number' && typeof green === 'number' && typeof blue === 'number')
    setRgb(draft, [red, green, blue], 'hs')
}

function variables(wish: LightWish, config: Config, inKelvin: boolean, levelNow: number) {
  const { colour, brightness } = wish
  if (colour && colour.mode !== 'color_temp' && colour.mode !== 'hs')
    throw new CommandFailed('a template light takes hue and saturation')
  // Without a brightness of its own, the light is dimmed by its colour.
  const value = config.has('brightness_template') ? 100 : ((brightness ?? levelNow) / 255) * 100
  const rgb = colour?.mode === 'hs' ? hsToRgb(colour.hs, value) : null
  return {
    state: true,
    ...(brightness !== null && { brightness }),
    ...(colour?.mode === 'color_temp' && { color_temp: inKelvin ? colour.kelvin : mireds(colour.kelvin) }),
    ...(rgb &&
      colour?.mode === 'hs' && { red: rgb[0], green: rgb[1], blue: rgb[2], hue: colour.hs[0], sat: colour.hs[1] }),
    ...(wish.effect !== null && { effect: wish.effect }),
    ...(wish.transition !== null && { transition: wish.transition }),
    ...(wish.flash !== null && { flash: wish.flash }),
  }
}
