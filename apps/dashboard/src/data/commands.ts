import { signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { CommandResult, Question, TurnPart } from '@tali/contracts'
import type { Api } from './api.ts'

/**
 * One command by hand, as its control shows it:
 * `sent → ended`, or `sent → asked → sent → ended` where the gate wants a confirmation, or `→ broken` when our own
 * server did not answer. `ended` and `broken` stay until the next command or `dismiss`.
 */
export type CommandState = { action: string; parameters: Record<string, unknown>; at: number } & (
  | { phase: 'sent' }
  | { phase: 'asked'; question: Question; text: string }
  | { phase: 'ended'; result: CommandResult | null; text: string }
  | { phase: 'broken'; error: unknown }
)

/** How long a confirmed outcome stays on the control before the state speaks for itself. */
const showConfirmedMs = 4_000

/** Commands given by the controls of the page. One at a time for an entity; the last one's outcome is what is shown. */
export class Commands {
  readonly #api: Api
  readonly #now: () => number
  readonly #states = new Map<string, Signal<CommandState | null>>()

  constructor(options: { api: Api; now: () => number }) {
    this.#api = options.api
    this.#now = options.now
  }

  of(entityId: string): ReadonlySignal<CommandState | null> {
    return this.#signalOf(entityId)
  }

  async run(entityId: string, action: string, parameters: Record<string, unknown> = {}): Promise<void> {
    await this.#follow(entityId, action, parameters, () => this.#api.command(entityId, action, parameters))
  }

  /** Answers the question that the gate asked about this entity. */
  async answer(entityId: string, choiceId: string): Promise<void> {
    const state = this.#signalOf(entityId).peek()
    if (state?.phase !== 'asked') return
    const { questionId } = state.question
    await this.#follow(entityId, state.action, state.parameters, () => this.#api.answer(questionId, choiceId))
  }

  dismiss(entityId: string): void {
    this.#signalOf(entityId).value = null
  }

  async #follow(
    entityId: string,
    action: string,
    parameters: Record<string, unknown>,
    ask: () => Promise<TurnPart>,
  ): Promise<void> {
    const state = this.#signalOf(entityId)
    const sent: CommandState = { phase: 'sent', action, parameters, at: this.#now() }
    state.value = sent
    const ended = await ask().then(
      (part) => this.#ended(entityId, sent, part),
      (error: unknown): CommandState => ({ ...sent, phase: 'broken', error }),
    )
    if (state.peek() !== sent) return // a later command has taken its place
    state.value = ended
    if (ended.phase === 'ended' && (ended.result === null || isFine(ended.result))) {
      setTimeout(() => {
        if (state.peek() === ended) state.value = null
      }, showConfirmedMs)
    }
  }

  #ended(entityId: string, sent: CommandState, part: TurnPart): CommandState {
    const { say } = part
    const text = part.worded.text
    if (say.kind === 'ask') return { ...sent, phase: 'asked', question: say.question, text }
    const result = say.kind === 'did' ? (say.results.find((one) => one.entityId === entityId) ?? null) : null
    return { ...sent, phase: 'ended', result, text, at: this.#now() }
  }

  #signalOf(entityId: string): Signal<CommandState | null> {
    let found = this.#states.get(entityId)
    if (!found) {
      found = signal(null)
      this.#states.set(entityId, found)
    }
    return found
  }
}

function isFine(result: CommandResult): boolean {
  return result.outcome === 'confirmed' || result.outcome === 'already' || isUntold(result)
}

/** Sent to a device that never tells what came of it, such as a stop or a next track: that is no fault. */
export function isUntold(result: Pick<CommandResult, 'outcome' | 'reason'> | null): boolean {
  return result?.outcome === 'no_echo' && result.reason === 'reports_no_state'
}
