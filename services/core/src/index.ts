export { createCore, type Core, type CoreOptions } from './service.ts'
export { coreSettings, type CoreSettings } from './config.ts'
export { errors as coreErrors } from './errors.ts'
