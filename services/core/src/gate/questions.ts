import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { choiceSchema, principalSchema, type Choice, type Principal, type Question } from '@tali/contracts'
import type { Kv } from '@tali/kv'
import { isoTime, type Clock } from '@tali/runtime'

/** What is done when a question is answered: an action, on the entities that each choice stands for. */
const wishSchema = z.object({
  action: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  /** The entities that a choice means, by the choice's id. */
  entities: z.record(z.string(), z.array(z.string())),
})
export type PendingWish = z.infer<typeof wishSchema>

const pendingSchema = z.object({
  about: z.enum(['entity', 'area', 'confirmation']),
  conversationId: z.string(),
  principal: principalSchema,
  choices: z.array(choiceSchema),
  wish: wishSchema,
  turnEventId: z.string().nullable(),
})
export type PendingQuestion = z.infer<typeof pendingSchema>

/** As kept: with its end on the monotonic clock, so that setting the machine's clock prolongs no confirmation (SI-33). */
const keptSchema = pendingSchema.extend({ until: z.number() })

/** What came of an answer. */
export type Answered =
  | { readonly kind: 'chosen'; readonly choice: Choice; readonly question: PendingQuestion }
  | { readonly kind: 'over'; readonly why: 'expired' | 'answered' | 'unknown' }

/** SI-13: a confirmation is good for 30 seconds. To say which lamp was meant may take longer. */
const confirmationTtlMs = 30_000
const choiceTtlMs = 120_000
/** Choices that are shown. More are no help to read; they can still be said. */
const maxShown = 4

/**
 * Questions that were asked and not yet answered. Each is bound to who was asked, where, and to the exact wish; it is
 * answered once; and none outlives the process (SI-15): after a restart there is nothing left that a yes could mean.
 */
export class Questions {
  readonly #kv: Kv
  readonly #clock: Clock
  /** A new one with each start: what an earlier process asked is not found any more, wherever it was kept. */
  readonly #epoch = randomUUID()

  constructor(kv: Kv, clock: Clock) {
    this.#kv = kv
    this.#clock = clock
  }

  async ask(pending: PendingQuestion): Promise<Question> {
    const questionId = randomUUID()
    const ttlMs = pending.about === 'confirmation' ? confirmationTtlMs : choiceTtlMs
    const kept: z.infer<typeof keptSchema> = { ...pending, until: this.#clock.monotonic() + ttlMs }
    await this.#kv.set(this.#key(questionId), JSON.stringify(kept), { ttlMs, volatile: true })
    await this.#kv.set(this.#latestKey(pending.conversationId), questionId, { ttlMs, volatile: true })
    return { questionId, choices: pending.choices.slice(0, maxShown), expiresAt: isoTime(this.#clock.now() + ttlMs) }
  }

  /** The question that a conversation waits on, to be answered by words. */
  async open(conversationId: string): Promise<{ questionId: string; question: PendingQuestion } | null> {
    const questionId = await this.#kv.get(this.#latestKey(conversationId))
    const question = questionId === null ? null : await this.#read(questionId)
    return questionId !== null && question ? { questionId, question } : null
  }

  /**
   * Takes an answer, once, from whom was asked. `conversationId` is where the answer was given, and must be where the
   * question was asked; null for the page's buttons, which stand below the question itself.
   */
  async answer(
    questionId: string,
    choiceId: string,
    principal: Principal,
    conversationId: string | null,
  ): Promise<Answered> {
    const question = await this.#read(questionId)
    if (!question) return { kind: 'over', why: 'expired' }
    const choice = question.choices.find((each) => each.id === choiceId)
    const elsewhere = conversationId !== null && conversationId !== question.conversationId
    if (!choice || elsewhere || !isSame(question.principal, principal)) return { kind: 'over', why: 'unknown' }
    // Whoever deletes it has it; a second press of the button finds nothing.
    if (!(await this.#kv.delete(this.#key(questionId)))) return { kind: 'over', why: 'answered' }
    await this.#kv.delete(this.#latestKey(question.conversationId))
    return { kind: 'chosen', choice, question }
  }

  /** The conversation went on to something else: its question is no longer open. */
  async drop(conversationId: string): Promise<void> {
    const questionId = await this.#kv.get(this.#latestKey(conversationId))
    if (questionId === null) return
    await this.#kv.delete(this.#key(questionId))
    await this.#kv.delete(this.#latestKey(conversationId))
  }

  async #read(questionId: string): Promise<PendingQuestion | null> {
    const text = await this.#kv.get(this.#key(questionId))
    if (text === null) return null
    const { until, ...question } = keptSchema.parse(JSON.parse(text))
    return this.#clock.monotonic() < until ? question : null
  }

  #key(questionId: string): string {
    return `core:question:${this.#epoch}:${questionId}`
  }

  #latestKey(conversationId: string): string {
    return `core:asked:${this.#epoch}:${conversationId}`
  }
}

function isSame(a: Principal, b: Principal): boolean {
  return a.kind === 'resident' && b.kind === 'resident' ? a.residentId === b.residentId : a.kind === b.kind
}
