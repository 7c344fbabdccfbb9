import type { Situation } from '../match/situation.ts'
import { understand, type Understanding } from '../match/understand.ts'
import type { Word } from '../match/word.ts'

/** A clause and what it may mean. */
export interface Interpretation {
  readonly words: readonly Word[]
  readonly understanding: Understanding
}

export function interpretation(words: readonly Word[], situation: Situation): Interpretation {
  return { words, understanding: understand(words, situation) }
}

export function isUnderstood({ understanding }: Interpretation): boolean {
  return understanding.candidates.length > 0
}

/** The intent of the best candidate. */
export function intentOf({ understanding }: Interpretation): string | undefined {
  return understanding.candidates[0]?.intent
}
