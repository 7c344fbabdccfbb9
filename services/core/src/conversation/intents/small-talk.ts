import { suggest } from '@tali/language/render'
import type { Home } from '../../home/home.ts'
import type { IntentHandler } from '../moment.ts'

/** A greeting, thanks, who this is, and what can be said here. */
export function createSmallTalk({ home }: { home: Home }): IntentHandler {
  return async ({ response }, { language }) => {
    switch (response) {
      case 'help': {
        const entities = home.snapshot().entities.filter((entity) => entity.category === null)
        const refs = entities.map(({ id }) => home.refer(id))
        return { kind: 'help', examples: suggest(refs, language) }
      }
      case 'thanks':
      case 'self':
        return { kind: 'pleasantry', what: response }
      default:
        return { kind: 'pleasantry', what: 'hello' }
    }
  }
}
