export { createPersona, type PersonaOptions } from './service.ts'
