/** Another program listens where we were to listen. */
export class PortTaken extends Error {
  override name = 'PortTaken'

  /** The error in words, when it is about a port that cannot be had; otherwise the error itself. */
  static from(error: unknown, { what, port, flag }: { what: string; port: number; flag: string }): unknown {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      return new PortTaken(
        `Port ${port} for ${what} is taken by another program. Stop that one, or choose another port with ${flag} ${port + 1}.`,
        { cause: error },
      )
    if (code === 'EACCES')
      return new PortTaken(`TALI may not open port ${port} for ${what}. Choose one above 1023 with ${flag}.`, {
        cause: error,
      })
    return error
  }
}
