import type { Say } from '@tali/contracts'
import { AskCard } from './ask-card.tsx'
import { ChainCard } from './chain-card.tsx'
import { DidCard } from './did-card.tsx'
import { KnownCard } from './known-card.tsx'
import { ListCard } from './list-card.tsx'
import { ReadingsCard } from './readings-card.tsx'
import { TimerCard } from './timer-card.tsx'

/** What there is to see and do beneath a sentence. Many sentences need nothing more. */
export function SayCard({ say, at }: { say: Say; at: string }) {
  switch (say.kind) {
    case 'did':
      return <DidCard say={say} at={at} />
    case 'value':
      return <ReadingsCard readings={say.readings} mean={say.mean} />
    case 'truth':
    case 'set':
      return <ReadingsCard readings={say.matching.length > 0 ? say.matching : say.others} mean={null} />
    case 'ask':
      return <AskCard question={say.question} />
    case 'timer':
      return <TimerCard timers={say.timers} />
    case 'list':
      return say.event === 'shown' ? <ListCard items={say.items} /> : null
    case 'why':
      return <ChainCard steps={say.chain} />
    case 'happened':
      return <ChainCard steps={say.steps} more={say.more} />
    case 'not_understood':
      return <KnownCard known={say.known} />
    case 'time':
    case 'date':
    case 'question_over':
    case 'stopped':
    case 'pleasantry':
    case 'not_offered':
    case 'help':
    case 'trouble':
      return null
  }
}
