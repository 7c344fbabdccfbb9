import type { EntityState } from '@tali/contracts'
import type { Capabilities } from '../capabilities.ts'
import type { Order } from '../command/order.ts'
import type { Parameters } from '../command/parameters.ts'
import type { Config } from '../discovery/config.ts'

/** Carries an action out for one entity: the messages and what they should bring about. */
export type Command = (parameters: Parameters, state: Pick<EntityState, 'value' | 'attributes'>) => Order

/** What a component makes of its configuration; what it listens to it has put into the `Config`. */
export interface Behaviour {
  readonly capabilities: Omit<Capabilities, 'actions' | 'reports_state'>
  /** Action → how it is done. An action that the device was not configured for is absent. */
  readonly commands: Readonly<Record<string, Command | null>>
  readonly reportsState: boolean
  /** Attributes that are its own; a device's JSON attributes cannot overwrite them. */
  readonly attributes: readonly string[]
}

/** Reads one component's configuration. Throws `ConfigFault` when it is unusable. */
export type Component = (config: Config) => Behaviour

/** What the payload `None` means everywhere in Home Assistant's MQTT: nothing is known. */
export const nonePayload = 'None'
