import type { SayOf } from '@tali/contracts'
import type { IntentHandler } from '../moment.ts'
import { textOf, wholeHome } from '../scope.ts'

type What = SayOf<'not_offered'>['what']

const sayable: ReadonlySet<string> = new Set<What>(['later', 'reminder', 'other_list', 'a_little'])

/** Understood, and not done here: the answer says so. What it is, the sentences tell. */
export const notOffered: IntentHandler = async ({ slots }) => {
  const what = textOf(slots['what']?.value) ?? ''
  if (what === 'room_cleaning')
    return { kind: 'not_understood', why: 'not_supported', said: null, scope: wholeHome, known: [] }
  return isSayable(what) ? { kind: 'not_offered', what } : { kind: 'trouble', code: 'internal' }
}

function isSayable(what: string): what is What {
  return sayable.has(what)
}
