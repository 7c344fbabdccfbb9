export { actuator, type ActuatorOptions } from './actuator.ts'
export { createHttpServer, type HttpServerOptions } from './server.ts'
export { Door, sessionCookie, type Caller, type DoorOptions } from './door.ts'
