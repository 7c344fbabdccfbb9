import { interpret } from './clauses/interpret.ts'
import { compileGrammar, type Grammar } from './compile/grammar.ts'
import { languageCode, languageRules } from './languages/rules.ts'
import { explainMiss } from './match/explain-miss.ts'
import type { Situation } from './match/situation.ts'
import { saidAs, toWords } from './match/word.ts'
import type { HomeIndex } from './names/home-index.ts'
import { tidy, tokenise } from './normalise/tokens.ts'
import { mergePacks } from './pack/load-pack.ts'
import type { Fault, LanguagePack } from './pack/pack.ts'
import type { Clause, Miss, Recognition } from './recognition.ts'

/** Longest text that is looked at, in UTF-16 code units and in words. */
const maxLength = 1_000
const maxWords = 120

/** What a text is understood with. */
export interface Request {
  readonly language: string
  /** Id of the area that the asking device is in. */
  readonly area?: string
  /** The home's names, for this language. */
  readonly home: HomeIndex
  /** Ids of the entities that were spoken of last: what "it" and "them" mean. */
  readonly spokenOf?: readonly string[]
  /** For `requires_context` and `excludes_context`. */
  readonly context?: Readonly<Record<string, unknown>>
}

export interface Recogniser {
  /** Codes of the languages that have sentences. */
  readonly languages: readonly string[]
  /** Templates that cannot be used, and why. The others are. */
  readonly faults: readonly Fault[]
  /** What a text asks for. Pure: it depends on the arguments alone, and nothing outside is read or changed. */
  recognise(text: string, request: Request): Recognition
}

/** Compiles sentence packs, once. Packs of one language add up; later ones may use and widen earlier ones. */
export function createRecogniser({ packs }: { packs: readonly LanguagePack[] }): Recogniser {
  const grammars = new Map<string, Grammar>()
  for (const [code, group] of Map.groupBy(packs, (pack) => languageCode(pack.language)))
    grammars.set(code, compileGrammar(mergePacks(group), languageRules(code)))
  return {
    languages: [...grammars.keys()],
    faults: [...grammars.values()].flatMap((grammar) => grammar.faults),
    recognise(text, request) {
      const grammar = grammars.get(languageCode(request.language))
      const clauses = grammar ? recogniseWith(grammar, text, request) : [missed(text, 'no_match')]
      return { text, language: request.language, clauses }
    },
  }
}

function recogniseWith(grammar: Grammar, said: string, request: Request): Clause[] {
  if (said.length > maxLength) return [missed(said.slice(0, maxLength), 'too_long')]
  const text = tidy(said)
  const tokens = tokenise(text, grammar.rules)
  if (tokens.length === 0) return [missed(said, 'empty')]
  if (tokens.length > maxWords) return [missed(said, 'too_long')]
  const { home, area, context = {} } = request
  const spokenOf = (request.spokenOf ?? [])
    .flatMap((id) => home.entity(id) ?? [])
    .map((entity) => ({ entity, exact: true }))
  const situation: Situation = { grammar, home, text, area, spokenOf, context }
  const clauses = interpret(toWords(tokens, grammar), situation)
  if (!clauses) return [missed(said, 'too_long')]
  return clauses.map(({ words, understanding }) => ({
    text: saidAs(words, text),
    candidates: understanding.candidates,
    ...(understanding.candidates.length === 0 && { miss: explainMiss(words, understanding, situation) }),
  }))
}

function missed(text: string, why: Miss['why']): Clause {
  return { text, candidates: [], miss: { why, nearest: [] } }
}
