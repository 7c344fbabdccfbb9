/** A template cannot be used: an unknown rule or list, a rule within itself, or more than is bearable. */
export class CompileError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CompileError'
  }
}
