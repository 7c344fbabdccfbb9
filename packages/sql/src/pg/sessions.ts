import type { ClientBase } from 'pg'

/** Where connections come from. */
export interface Sessions {
  /**
   * Runs `work` on a connection that nobody else uses meanwhile. A connection on which something failed with
   * `SqlUnavailable` is not used again.
   */
  use<T>(work: (client: ClientBase) => Promise<T>): Promise<T>
  /** Closes the connections. Called once, when no work is running. */
  end(): Promise<void>
}

/** Callers that may wait for a connection of one module. */
export const MAX_WAITING = 1_000
/** How long they wait; a server that does not answer a new connection is given up after the same time. */
export const CONNECT_TIMEOUT_MS = 10_000
