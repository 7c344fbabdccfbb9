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

  const show: IntentHandler = async () => say('shown', await list.open(), null)

  return { add, complete, show }

  function say(event: SayOf<'list'>['event'], items: SayOf<'list'>['items'], text: string | null): Say {
    return { kind: 'list', event, items, text }
  }
}

/** What was said, as it was said: names of goods are written as people write them. */
function itemOf({ slots }: Candidate): string {
  const slot = slots['item']
  return (slot?.text || (textOf(slot?.value) ?? '')).trim().slice(0, 200)
}
