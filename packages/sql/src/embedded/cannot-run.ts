/** This machine cannot run the embedded PostgreSQL. The message says why and what to do, in plain words. */
export class CannotRun extends Error {
  override name = 'CannotRun'
}
