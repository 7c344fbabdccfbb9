import type { Say, TurnPart, TurnProgress, TurnReply, TurnRequest } from '@tali/contracts'
import { maxTurnLength } from '@tali/contracts'
import type { Clause, Miss } from '@tali/language'
import type { Clock } from '@tali/runtime'
import type { CoreEvents } from '../events.ts'
import { causeFor } from '../gate/orders.ts'
import type { PendingWish, Questions } from '../gate/questions.ts'
import type { Recorder } from '../ledger/recorder.ts'
import { answerInWords } from './answer-in-words.ts'
import type { Mentions } from './mentions.ts'
import type { IntentHandler, Moment } from './moment.ts'
import { wholeHome } from './scope.ts'
import type { Understanding } from './understanding.ts'
import type { Wording } from './wording.ts'

export interface ConversationOptions {
  understanding: Understanding
  mentions: Mentions
  questions: Questions
  /** What each intent does, by Home Assistant's names. */
  intents: Readonly<Record<string, IntentHandler>>
  /** Does what an answered question was about. */
  resume: (wish: PendingWish, choiceId: string, confirmed: boolean, moment: Moment) => Promise<Say>
  wording: Wording
  recorder: Recorder
  clock: Clock
  events: CoreEvents
  onProgress: (turn: TurnRequest, progress: TurnProgress) => void
}

/** Clauses of one turn that are acted on; who wants more says it in two. */
const maxClauses = 10

/** What was answered, and in which language. */
interface Answer {
  readonly parts: TurnPart[]
  readonly spoken: string
}

type TurnStart = Pick<Moment, 'turn' | 'turnEvent' | 'language' | 'tell'>

/**
 * The main job: what a resident said or pressed, up to the worded reply.
 *
 *     turn → ledger → an answer to our question? → else recognise → for each clause: intent → gate → command → outcome
 *          → words → reply
 *
 * Each clause is done before the next begins, so that "lights off and tell me which are on" is answered truthfully; and
 * each is worded and told as it is done.
 */
export class Conversation {
  readonly #options: ConversationOptions

  constructor(options: ConversationOptions) {
    this.#options = options
  }

  async take(turn: TurnRequest): Promise<TurnReply> {
    const { understanding, clock, events, onProgress } = this.#options
    const begun = clock.monotonic()
    const language = understanding.languageFor(turn.language)
    const tell = (progress: TurnProgress) => onProgress(turn, progress)
    const start: TurnStart = { turn, turnEvent: await this.#record(turn), language, tell }

    const { parts, spoken } = (await this.#asAnswer(start)) ?? (await this.#asSentence(start))

    const understood = parts.every(({ say }) => say.kind !== 'not_understood')
    events.turnTaken(turn.channel, parts.length, understood, (clock.monotonic() - begun) / 1_000)
    return {
      turnId: turn.turnId,
      conversationId: turn.conversationId,
      language: spoken,
      parts,
      text: parts.map(({ worded }) => worded.text).join(' '),
      speech: parts.map(({ worded }) => worded.speech).join(' '),
    }
  }

  /**
   * What was understood, and in which language: what only another one understands was said in that one, and is answered
   * in it.
   */
  #hear({ turn, language }: TurnStart): { language: string; clauses: readonly Clause[] } {
    const { understanding, mentions } = this.#options
    const text = turn.text ?? ''
    if (text.length > maxTurnLength) return { language, clauses: [tooLong] }
    const spokenOf = mentions.of(turn.conversationId)
    const hear = (heard: string) => ({
      language: heard,
      clauses: understanding.recognise(text, heard, turn.areaId, spokenOf).clauses,
    })
    const first = hear(language)
    if (first.clauses.some(({ candidates }) => candidates.length > 0)) return first
    const others = understanding.languages.filter((other) => other !== language)
    return others.map(hear).find(({ clauses }) => clauses.every(({ candidates }) => candidates.length > 0)) ?? first
  }

  /** Writes the turn down; what follows from it points at this event. */
  async #record(turn: TurnRequest): Promise<string | null> {
    const { recorder, events } = this.#options
    const { turnId, conversationId, principal, channel } = turn
    const event = recorder.make(
      'tali.core.turn.received',
      { cause: causeFor(principal, channel) },
      { turnId, conversationId, text: (turn.text ?? '').slice(0, maxTurnLength) },
    )
    // The device need not wait for the ledger; what it did is written after this, in order.
    recorder.write(event).catch((error: unknown) => events.ledgerNotWritten(error))
    return event.id
  }

  /** A button, or words that fit the question that is open in this conversation. Null: this is no answer. */
  async #asAnswer(start: TurnStart): Promise<Answer | null> {
    const { questions, resume } = this.#options
    const { turn } = start
    const given =
      turn.choice ?? answerInWords(turn.text ?? '', start.language, await questions.open(turn.conversationId))
    if (!given) return null
    const moment: Moment = { ...start, clause: 0, text: turn.text ?? '' }
    const answered = await questions.answer(given.questionId, given.choiceId, turn.principal, turn.conversationId)
    if (answered.kind === 'over')
      return one(await this.#word({ kind: 'question_over', why: answered.why }, null, moment))
    const { question, choice } = answered
    const say = await resume(
      question.wish,
      choice.id,
      question.about === 'confirmation' && choice.kind === 'yes',
      moment,
    )
    return one(await this.#word(say, null, moment))

    function one(part: TurnPart): Answer {
      return { parts: [part], spoken: start.language }
    }
  }

  async #asSentence(start: TurnStart): Promise<Answer> {
    const { language, clauses } = this.#hear(start)
    const parts: TurnPart[] = []
    for (const [clause, heard] of clauses.slice(0, maxClauses).entries()) {
      const recognised = clause === 0 ? heard : this.#again(heard, start.turn, language)
      const moment: Moment = { ...start, language, clause, text: recognised.text }
      const [candidate] = recognised.candidates
      const say = candidate
        ? await this.#act(candidate.intent, recognised, moment)
        : missed(recognised.miss, recognised.text)
      const part = await this.#word(say, candidate?.intent ?? null, moment)
      moment.tell({ kind: 'part', clause, part })
      parts.push(part)
    }
    return { parts, spoken: language }
  }

  /** "Turn on the fan and set *it* to half": what "it" is, the clause before has only just told. */
  #again(heard: Clause, turn: TurnRequest, language: string): Clause {
    const { understanding, mentions } = this.#options
    const refers = heard.miss?.why === 'unknown_pronoun' || heard.candidates[0]?.referred === true
    if (!refers) return heard
    const [again] = understanding.recognise(heard.text, language, turn.areaId, mentions.of(turn.conversationId)).clauses
    return again ?? heard
  }

  async #act(intent: string, { candidates }: Clause, moment: Moment): Promise<Say> {
    const { intents, events } = this.#options
    const handler = intents[intent]
    const [candidate] = candidates
    if (!handler || !candidate) return missed(undefined)
    try {
      return await handler(candidate, moment)
    } catch (error) {
      // A part of the house that is broken must not take the conversation with it; the reply says so.
      events.turnFailed(intent, error)
      return { kind: 'trouble', code: 'internal' }
    }
  }

  async #word(say: Say, intent: string | null, { turn, language }: Moment): Promise<TurnPart> {
    this.#options.mentions.note(turn.conversationId, say)
    return { intent, say, worded: await this.#options.wording.find(say, turn.principal, turn.channel, language) }
  }
}

const tooLong: Clause = { text: '', candidates: [], miss: { why: 'too_long', nearest: [] } }

function missed(miss: Miss | undefined, text = ''): Say {
  return {
    kind: 'not_understood',
    why: miss?.why ?? 'no_match',
    said: miss?.said ?? (miss?.why === 'nothing_there' ? text : null),
    scope: wholeHome,
    known: [...(miss?.nearest ?? [])],
    ...(miss?.examples && { examples: [...miss.examples] }),
  }
}
