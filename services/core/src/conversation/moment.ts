import type { Say, TurnProgress, TurnRequest } from '@tali/contracts'
import type { Candidate } from '@tali/language'

/** The circumstances of one clause: who said it, in which turn, and where to tell of its progress. */
export interface Moment {
  readonly turn: TurnRequest
  /** The ledger's event of the turn: what follows points at it. */
  readonly turnEvent: string | null
  readonly language: string
  /** Which clause of the turn this is, and its words. */
  readonly clause: number
  readonly text: string
  readonly tell: (progress: TurnProgress) => void
}

/** Does what one intent asks, and says what came of it. */
export type IntentHandler = (candidate: Candidate, moment: Moment) => Promise<Say>
