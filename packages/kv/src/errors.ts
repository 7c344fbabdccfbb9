/** The store was disposed. */
export class KvClosed extends Error {
  override name = 'KvClosed'
}

/** The journal has reached its bound, or the disk its end. Nothing was appended; try again when consumers caught up. */
export class JournalFull extends Error {
  override name = 'JournalFull'
}

/** The journal holds a damaged record that is not a torn tail. The message names file and position. */
export class JournalDamaged extends Error {
  override name = 'JournalDamaged'
}

/** The lock ended, or another holder has it. */
export class LockLost extends Error {
  override name = 'LockLost'
}

/** The consumer group was not created. */
export class NoSuchGroup extends Error {
  override name = 'NoSuchGroup'
}

/**
 * The server cannot be reached, is starting, or broke the connection. Trying again makes sense; whether what was asked
 * has been done is not known.
 */
export class KvUnavailable extends Error {
  override name = 'KvUnavailable'
}

/** The server refused the command, such as for a wrong password. `code` is the first word of its error. */
export class KvFailed extends Error {
  override name = 'KvFailed'
  readonly code: string
  constructor(message: string, detail: { code: string; cause?: unknown }) {
    super(message, { cause: detail.cause })
    this.code = detail.code
  }
}
