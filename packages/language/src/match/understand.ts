import type { Grammar, Sentence } from '../compile/grammar.ts'
import type { Candidate, Miss } from '../recognition.ts'
import { judge, type Judgement, type Spans } from './judge.ts'
import { splitCompounds } from './compounds.ts'
import { Search, type Reading } from './search.ts'
import type { Situation } from './situation.ts'
import type { Word } from './word.ts'

/** What one clause may mean. Without candidates there is a miss. */
export interface Understanding {
  readonly candidates: readonly Candidate[]
  readonly miss: Miss['why'] | undefined
  /** Words that were the trouble. */
  readonly said: string | undefined
  readonly spans: ReadonlyMap<Candidate, Spans>
}

/** Best readings that are looked at. */
const maxJudged = 32
/** Misses from telling to dull: whoever can say what is wrong says that. */
const telling: readonly Miss['why'][] = ['not_supported', 'nothing_there', 'too_long', 'no_match']

/** Finds what words of one clause may mean, best first. */
export function understand(words: readonly Word[], situation: Situation): Understanding {
  const { grammar, home } = situation
  const split = splitCompounds(words, grammar, home)
  const judgements = [...read(words, situation), ...(split ? read(split, situation) : [])]
  return summarise(judgements)
}

function read(words: readonly Word[], situation: Situation): Judgement[] {
  const search = new Search(situation.grammar, words, situation.home, situation)
  const readings = search.readings()
  if (search.exhausted) return [{ candidate: undefined, miss: 'too_long', said: undefined, spans: undefined }]
  return best(readings, situation.grammar).map((reading) => judge(reading, words, situation))
}

/** The best readings that differ. */
function best(readings: Reading[], { sentences }: Grammar): (Reading & { sentence: Sentence })[] {
  return readings
    .sort((a, b) => b.weight - a.weight || a.number - b.number)
    .slice(0, maxJudged)
    .flatMap((reading) => {
      const sentence = sentences[reading.number]
      return sentence ? [{ ...reading, sentence }] : []
    })
}

function summarise(judgements: readonly Judgement[]): Understanding {
  const candidates = new Map<string, Candidate>()
  const spans = new Map<Candidate, Spans>()
  for (const judgement of judgements) {
    const { candidate } = judgement
    if (!candidate) continue
    const key = meaningKey(candidate)
    const before = candidates.get(key)
    if (before && before.score >= candidate.score) continue
    candidates.set(key, candidate)
    if (judgement.spans) spans.set(candidate, judgement.spans)
  }
  const sorted = [...candidates.values()].sort(
    (a, b) => b.score - a.score || Number(Boolean(a.choice)) - Number(Boolean(b.choice)),
  )
  const miss = telling.find((why) => judgements.some((judgement) => judgement.miss === why)) ?? 'no_match'
  if (sorted.length > 0) return { candidates: sorted, miss: undefined, said: undefined, spans }
  const said = judgements.find((judgement) => judgement.miss === miss)?.said
  return { candidates: [], miss, said, spans }
}

/** Two readings with one key ask for the same. */
function meaningKey({ intent, slots, targets, choice, response }: Candidate): string {
  const values = Object.entries(slots).map(([name, slot]): [string, unknown] => [name, slot.value])
  return JSON.stringify([intent, values.sort(([a], [b]) => a.localeCompare(b)), targets, choice, response])
}
