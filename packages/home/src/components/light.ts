import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import type { Behaviour } from './component.ts'
import { lightDefault } from './light-default.ts'
import { lightJson } from './light-json.ts'
import { lightTemplate } from './light-template.ts'

/** `light.mqtt` in its three schemas. */
export function lightComponent(config: Config): Behaviour {
  const schema = config.text('schema', 'basic').toLowerCase()
  if (schema === 'json') return lightJson(config)
  if (schema === 'template') return lightTemplate(config)
  if (schema === 'basic' || schema === 'default') return lightDefault(config)
  throw new ConfigFault(`schema must be basic, json or template`)
}
