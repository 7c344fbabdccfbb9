import type { LedgerEvent, Say } from '@tali/contracts'
import type { Home } from '../../home/home.ts'
import { causeStep } from '../../ledger/cause-step.ts'
import type { LedgerReader } from '../../ledger/ledger-reader.ts'
import type { IntentHandler } from '../moment.ts'
import { askedAbout, scopeOf, textOf } from '../scope.ts'
import { ledgerValues } from '../state-match.ts'

/** Changes that are looked through for the one that was asked about. */
const lookBack = 50

/** "Why did the kitchen light go on?", "who opened the garage?": answered from the ledger, or not at all. */
export function createWhy({ home, ledger }: { home: Home; ledger: LedgerReader }): IntentHandler {
  return async (candidate): Promise<Say> => {
    const entityIds = askedAbout(candidate)
    const [first] = entityIds
    if (!first)
      return { kind: 'not_understood', why: 'nothing_there', said: null, scope: scopeOf(candidate, home), known: [] }
    const state = textOf(candidate.slots['state']?.value)
    const change = await lastChange(entityIds, state)
    const chain = change ? await ledger.chain(change.id) : []
    const entity = home.refer(change && 'entityId' in change ? change.entityId : first)
    return {
      kind: 'why',
      entity,
      asked: { state },
      chain: chain.map((event) => causeStep(event, (id) => home.refer(id))),
    }
  }

  /** The newest change of one of these to the state that was asked about; of any state when none was. */
  async function lastChange(entityIds: readonly string[], state: string | null): Promise<LedgerEvent | undefined> {
    const changes = await ledger.query({
      entityIds: entityIds.slice(0, 1_000),
      types: ['tali.core.state.changed'],
      to: state === null ? undefined : ledgerValues(state),
      limit: lookBack,
    })
    // A brightness that changed while it was on is not what made it go on.
    return changes.find((event) => 'from' in event && event.from !== event.to) ?? changes[0]
  }
}
