/** Something that went wrong and that nobody's call reports. In plain words, for a log. */
export interface KvFault {
  kind:
    /** The last record of a file was cut short by a crash and dropped; nothing acknowledged was in it. */
    | 'torn-tail'
    /** Appends are being refused; said once, until `room-again`. */
    | 'no-room'
    | 'room-again'
    /** Keys or consumer groups could not be written; they are right in memory, and written later. */
    | 'write-failed'
    /** A consumer group has more entries unacknowledged than are kept account of; it gets no new ones. */
    | 'group-stuck'
    /** What a consumer group remembers does not fit the entries there are. */
    | 'group-moved'
  message: string
  file?: string
  cause?: unknown
}

export type FaultLog = (fault: KvFault) => void
