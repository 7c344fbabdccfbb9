import type { SayOf } from '@tali/contracts'
import type { IntentHandler } from '../moment.ts'
import { textOf } from '../scope.ts'

type What = SayOf<'not_offered'>['what']

const sayable: ReadonlySet<string> = new Set<What>(['later', 'reminder', 'other_list', 'room_cleaning', 'a_little'])

/** Understood, and not done here: the answer says so. What it is, the sentences tell. */
export const notOffered: IntentHandler = async ({ slots }) => {
  const what = textOf(slots['what']?.value) ?? ''
  return isSayable(what) ? { kind: 'not_offered', what } : { kind: 'trouble', code: 'internal' }
}

function isSayable(what: string): what is What {
  return sayable.has(what)
}
