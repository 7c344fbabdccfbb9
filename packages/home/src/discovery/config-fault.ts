/** A discovery message that cannot be used; the message says what is wrong with it and what would be right. */
export class ConfigFault extends Error {
  override name = 'ConfigFault'
}
