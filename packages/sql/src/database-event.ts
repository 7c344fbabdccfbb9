/** Something about a database that nobody's query reports, in plain words, for a log. */
export interface DatabaseEvent {
  level: 'info' | 'warn' | 'error'
  message: string
  cause?: unknown
}

export type DatabaseLog = (event: DatabaseEvent) => void
