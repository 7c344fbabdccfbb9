import { setImmediate as turn } from 'node:timers/promises'

/** Kinds of handles that only stand for the test runner's own pipes and for closed files that are being collected. */
const notOurs = new Set(['PipeWrap', 'TTYWrap', 'FSReqPromise', 'CloseReq', 'Immediate', 'MessagePort'])

/** What keeps this process busy now, by kind, sorted: compare before and after. */
export async function heldHandles(): Promise<string[]> {
  // What was just closed is gone after a turn or two of the loop.
  await turn()
  await turn()
  return process
    .getActiveResourcesInfo()
    .filter((kind) => !notOurs.has(kind))
    .sort()
}
