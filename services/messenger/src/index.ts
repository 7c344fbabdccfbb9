export { createMessenger, type MessengerOptions } from './service.ts'
