export { compileTemplate, type Compiled, type Template, type Variables } from './compile-template.ts'
export { templateBounds } from './faults.ts'
export type { JsonObject, Value } from './value.ts'
