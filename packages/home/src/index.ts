export { colorModes, type Capabilities, type ColorMode } from './capabilities.ts'
export { colourNamed } from './colour/names.ts'
export { hsToRgb, kelvinToRgb, rgbToHs, rgbToXy, xyToRgb, type Hs, type Rgb, type Xy } from './colour/convert.ts'
export { confirmWithin, confirmWithinElse, confirmWithinMs } from './command/confirm-within.ts'
export { meets, type Condition, type Expectation, type Met } from './command/expectation.ts'
export type { OutgoingMessage } from './command/order.ts'
export { planCommand, type Plan } from './command/plan-command.ts'
export { riskClass, riskTable } from './command/risk-class.ts'
export { components } from './components/components.ts'
export type { Availability, AvailabilityMode } from './discovery/availability.ts'
export type { Binding } from './discovery/config.ts'
export type { DiscoveredDevice } from './discovery/device.ts'
export { describeEntity, type DiscoveredEntity, type Placed } from './discovery/entity.ts'
export { parseDiscovery, type Discovery } from './discovery/parse-discovery.ts'
export { cleanName, cleanText, maxNameLength } from './names/clean-text.ts'
export { displayName, entityIdFor, type Naming } from './names/entity-name.ts'
export { slug } from './names/slug.ts'
export { applyMessage, dueAt, elapse, startLive, type Applied } from './state/apply-message.ts'
export { ignoreReasons, type IgnoreReason } from './state/draft.ts'
export type { Live } from './state/live.ts'
export { maxPayloadBytes, Message } from './state/message.ts'
export {
  compileTemplate,
  templateBounds,
  type Compiled,
  type Template,
  type Value,
  type Variables,
} from './template/index.ts'
