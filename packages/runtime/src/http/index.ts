export { actuator, type ActuatorOptions } from './actuator.ts'
export { createHttpServer, type HttpServerOptions } from './server.ts'
