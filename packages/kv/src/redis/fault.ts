/** Something that went wrong with the server and that nobody's call reports. In plain words, for a log. */
export interface RedisFault {
  kind:
    /** The connection broke or cannot be made; said once, until `reachable-again`. */
    | 'unreachable'
    | 'reachable-again'
    /** The server writes nothing to disk: what it acknowledges is lost when it stops. */
    | 'not-durable'
    /** Another process uses our instance's name; what it starts with ends our volatile keys for everybody else. */
    | 'superseded'
    /** The sign of life of this process could not be renewed; our volatile keys may be taken for dead meanwhile. */
    | 'lease-late'
  message: string
  cause?: unknown
}

export type RedisFaultLog = (fault: RedisFault) => void
