export { createDataservice, type DataserviceOptions } from './service.ts'
export { dataserviceSettings, type DataserviceSettings } from './config.ts'
export { errors as dataserviceErrors } from './errors.ts'
