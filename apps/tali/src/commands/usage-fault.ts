/** The command was called in a way it does not know; the message says how it is called. */
export class UsageFault extends Error {
  override name = 'UsageFault'
}
