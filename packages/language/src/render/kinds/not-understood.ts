import type { SayOf } from '@tali/contracts'
import { quotedData } from '../data.ts'
import { framed } from '../frame.ts'
import { listed } from '../join.ts'
import type { Manner } from '../manner.ts'
import { nounOfScope } from '../noun.ts'
import { plainText } from '../plain-text.ts'
import { capitalised, sentence } from '../sentence.ts'
import { placeOfScope } from '../subject.ts'

type NotUnderstood = SayOf<'not_understood'>

/** "I don't know a “hall lamb”. Do you mean the hall lamp?", "There is no light in the garage. I know: …" */
export function notUnderstood(say: NotUnderstood, m: Manner): string {
  const said = plainText(say.said ?? '', m.ear) === '' ? '' : quotedData(say.said ?? '', m)
  const what = sentence(framed(missed(say, said, m), 'sorry', m))
  const hint = hintOf(say, m)
  return hint === '' ? what : `${what} ${sentence(capitalised(hint))}`
}

function missed(say: NotUnderstood, said: string, m: Manner): string {
  const words = m.words.misses
  switch (say.why) {
    case 'no_match':
      return m.tone === 'brief' ? words.briefly : words.noMatch
    case 'unknown_pronoun':
      return said === '' ? words.noMatch : words.unknownPronoun(said)
    case 'unknown_name':
      return said === '' ? words.noMatch : words.unknownName(said)
    case 'unknown_area':
      return said === '' ? words.noMatch : words.unknownArea(said)
    case 'nothing_there':
      if (said !== '') return words.noneFits(said)
      return words.nothingThere(nounOfScope(say.scope), placeOfScope(say.scope, m))
    case 'not_supported':
      return words.notSupported
    case 'empty':
      return words.empty
    case 'too_long':
      return words.tooLong
  }
}

/** A near name is asked for; everything else is told as what is known. */
function hintOf(say: NotUnderstood, m: Manner): string {
  const names = say.known.map((name) => plainText(name, m.ear)).filter((name) => name !== '')
  if (names.length === 0) return examplesOf(say, m)
  if (say.why === 'unknown_name' && names.length <= 3) {
    const [only = ''] = names
    const options =
      names.length === 1
        ? m.words.names.the(only, false, 'object')
        : listed(
            names.map((name) => m.words.names.inList(name, false)),
            m,
            { or: true },
          )
    return m.words.asks.doYouMean(options)
  }
  return m.words.misses.known(
    listed(
      names.map((name) => m.words.names.bare(name)),
      m,
      { limit: 4 },
    ),
  )
}

/** Where nothing is like what was said: "I know the kitchen light, the hall lamp, …, among others". */
function examplesOf(say: NotUnderstood, m: Manner): string {
  const names = (say.examples ?? []).map((name) => plainText(name, m.ear)).filter((name) => name !== '')
  if (names.length === 0 || m.tone === 'brief') return ''
  const listOf = say.why === 'unknown_name' ? m.words.names.inList : m.words.names.bare
  return m.words.misses.examples(
    listed(
      // Whoever has a name of their own goes without article: "Anna", "Rover".
      names.map((name) => listOf(name, m.words.names.bare(name) === name)),
      m,
      { limit: 4 },
    ),
  )
}
