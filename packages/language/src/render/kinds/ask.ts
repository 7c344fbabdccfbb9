import type { Choice, SayOf } from '@tali/contracts'
import { quotedData } from '../data.ts'
import { listed } from '../join.ts'
import type { Manner } from '../manner.ts'
import { nounOf, nounOfAll } from '../noun.ts'
import { orderOf } from '../order.ts'
import { plainText } from '../plain-text.ts'
import { sentence } from '../sentence.ts'
import { counted, named, placeOf } from '../subject.ts'
import { spaced } from '../words.ts'

type Ask = SayOf<'ask'>

const wholeHome = { areaName: null, floorName: null, domain: null, deviceClass: null }

/** "Which light do you mean: the kitchen light or the hall lamp?", "Shall I really unlock the front door?" */
export function ask(say: Ask, m: Manner): string {
  if (say.about === 'confirmation') return sentence(confirmation(say, m))
  const options = optionsOf(say, m)
  if (say.about === 'area') return sentence(m.tone === 'brief' ? `${options}?` : m.words.asks.whichRoom(options))
  const [only] = say.question.choices.filter((choice) => choice.kind === 'entity')
  if (only !== undefined && say.question.choices.filter((choice) => choice.kind === 'entity').length === 1) {
    return sentence(guess(say, only, m))
  }
  if (options === '') return sentence(m.words.asks.whichOne)
  if (m.tone === 'brief') return sentence(`${options}?`)
  return sentence(m.words.asks.which(nounOfAll(say.entities, wholeHome), options))
}

function confirmation(say: Ask, m: Manner): string {
  const [first] = say.entities
  const object =
    say.entities.length > 3
      ? counted(say.entities.length, nounOfAll(say.entities, wholeHome), '', m)
      : named(say.entities, m, { role: 'object' })
  const order = orderOf(say.action, say.parameters, m)
  if (first === undefined) return m.words.asks.confirmAny
  return m.tone === 'brief' ? m.words.asks.briefConfirm(order, object.text) : m.words.asks.confirm(order, object.text)
}

/** One name is near what was said: a guess, and asked as one. */
function guess(say: Ask, choice: Choice, m: Manner): string {
  const entity = say.entities.find((candidate) => candidate.id === choice.id) ?? say.entities[0]
  const object = entity === undefined ? optionOf(choice, say, m) : named([entity], m, { role: 'object' }).text
  const question = m.words.asks.doYouMean(object)
  if (say.said === null || m.tone === 'brief') return question
  const said = quotedData(say.said, m)
  return `${sentence(m.words.misses.unknownName(said))} ${sentence(question)}`
}

function optionsOf(say: Ask, m: Manner): string {
  const choices = say.question.choices.filter((choice) => choice.kind === 'entity' || choice.kind === 'area')
  return listed(
    choices.map((choice) => optionOf(choice, say, m)),
    m,
    { or: true, limit: 4 },
  )
}

function optionOf(choice: Choice, say: Ask, m: Manner): string {
  const entity = say.entities.find((candidate) => candidate.id === choice.id)
  const fallback =
    entity === undefined ? m.words.nouns.device.one : m.words.nouns[nounOf(entity.domain, entity.deviceClass)].one
  const label = plainText(choice.label, m.ear) || fallback
  if (choice.kind === 'area') return m.words.names.bare(label)
  const twice = say.question.choices.filter((other) => other.label === choice.label).length > 1
  const name = m.words.names.inList(label, entity?.domain === 'person')
  return twice && choice.hint !== null ? spaced(name, placeOf(choice.hint, null, m)) : name
}
