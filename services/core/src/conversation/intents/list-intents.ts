import type { Say, SayOf } from '@tali/contracts'
import type { Candidate } from '@tali/language'
import type { ShoppingList } from '../../household/shopping-list.ts'
import type { IntentHandler } from '../moment.ts'
import { textOf } from '../scope.ts'

/** The shopping list by talking. */
export function createListIntents({ list }: { list: ShoppingList }) {
  const add: IntentHandler = async (candidate) => {
    const text = itemOf(candidate)
    const item = text === '' ? null : await list.add(text)
    return item ? say('added', [item], text) : { kind: 'trouble', code: 'list_full' }
  }

  const complete: IntentHandler = async (candidate) => {
    const text = itemOf(candidate)
    const item = await list.complete(text)
    return item ? say('completed', [item], text) : say('not_on_list', [], text)
  }

  const completeAll: IntentHandler = async () => {
    const open = await list.open()
    for (const { text } of open) await list.complete(text)
    return open.length > 0 ? say('completed', open, null) : say('shown', [], null)
  }

  /** A to-do list that the home has is not kept here; the shopping list is. */
  const show: IntentHandler = async ({ slots }) =>
    slots['list'] ? say('shown', await list.open(), null) : { kind: 'not_offered', what: 'other_list' }

  return { add, complete, completeAll, show }

  function say(event: SayOf<'list'>['event'], items: SayOf<'list'>['items'], text: string | null): Say {
    return { kind: 'list', event, items, text }
  }
}

/** What was said, as it was said: names of goods are written as people write them. */
function itemOf({ slots }: Candidate): string {
  const slot = slots['item']
  return (slot?.text || (textOf(slot?.value) ?? '')).trim().slice(0, 200)
}
