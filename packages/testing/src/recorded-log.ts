import type { Logger } from '@tali/runtime'

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
  readonly fields: object
}

/** Keeps what was logged, for a test to read. */
export class RecordedLog implements Logger {
  lines: LogLine[] = []

  debug(fields: object, message: string): void {
    this.lines.push({ level: 'debug', message, fields })
  }

  info(fields: object, message: string): void {
    this.lines.push({ level: 'info', message, fields })
  }

  warn(fields: object, message: string): void {
    this.lines.push({ level: 'warn', message, fields })
  }

  error(fields: object, message: string): void {
    this.lines.push({ level: 'error', message, fields })
  }

  child(): Logger {
    return this
  }

  /** Everything that was said at this level. */
  at(level: LogLine['level']): LogLine[] {
    return this.lines.filter((line) => line.level === level)
  }

  /** The same, and forgets it: it was expected. */
  take(level: LogLine['level']): LogLine[] {
    const taken = this.at(level)
    this.lines = this.lines.filter((line) => line.level !== level)
    return taken
  }
}
