import type { Say, SayOf } from '@tali/contracts'
import type { Candidate } from '@tali/language'
import type { Clock } from '@tali/runtime'
import type { Recorder } from '../../ledger/recorder.ts'
import { causeFor } from '../../gate/orders.ts'
import { describeTimer, maxTimers, maxTimerSeconds, type KnownTimer, type Timers } from '../../household/timers.ts'
import { numberOf } from '../actions.ts'
import type { IntentHandler } from '../moment.ts'
import { textOf } from '../scope.ts'

type TimerEvent = SayOf<'timer'>['event']

/** Timers by talking: Home Assistant's timer intents. */
export function createTimerIntents({ timers, recorder, clock }: { timers: Timers; recorder: Recorder; clock: Clock }) {
  const start: IntentHandler = async (candidate, { turn, turnEvent, language }) => {
    const seconds = durationOf(candidate)
    if (seconds === 0 || seconds > maxTimerSeconds || timers.all().length >= maxTimers)
      return say('too_many', timers.all())
    const name = textOf(candidate.slots['name']?.value)?.trim() ?? null
    const residentId = turn.principal.kind === 'resident' ? turn.principal.residentId : null
    const timer = await timers.start(name, seconds, {
      residentId,
      conversationId: turn.conversationId,
      areaId: turn.areaId,
      language,
      startedEvent: turnEvent,
    })
    const root = { cause: causeFor(turn.principal, turn.channel), parentId: turnEvent }
    await recorder.write(recorder.make('tali.core.timer.started', root, { timerId: timer.id, name, seconds }))
    return say('started', [timer])
  }

  const cancelAll: IntentHandler = async () => {
    const all = timers.all()
    for (const timer of all) await timers.cancel(timer.id)
    return say(all.length > 0 ? 'cancelled_all' : 'none', all)
  }

  const status: IntentHandler = async (candidate) => {
    const meant = timersMeant(candidate)
    return say(meant.length > 0 ? 'status' : 'none', meant)
  }

  const cancel = onOne('cancelled', async (timer) => {
    await timers.cancel(timer.id)
    return timer
  })
  const increase = onOne('changed', (timer, candidate) => timers.extend(timer, durationOf(candidate)))
  const decrease = onOne('changed', (timer, candidate) => timers.extend(timer, -durationOf(candidate)))
  const pause = onOne('paused', (timer) => timers.pause(timer))
  const resume = onOne('resumed', (timer) => timers.resume(timer))

  return { start, cancel, cancelAll, increase, decrease, pause, resume, status }

  /** Something that is done to one timer: the one that was meant, or the only one; else it is asked which. */
  function onOne(
    event: TimerEvent,
    act: (timer: KnownTimer, candidate: Candidate) => Promise<KnownTimer>,
  ): IntentHandler {
    return async (candidate) => {
      const meant = timersMeant(candidate)
      const [only, ...others] = meant
      if (!only) return say('none', [])
      if (others.length > 0) return say('ambiguous', meant)
      return say(event, [await act(only, candidate)])
    }
  }

  /** By name, by how long it was set for, or by area; all when nothing was said. */
  function timersMeant({ slots }: Candidate): KnownTimer[] {
    const name = textOf(slots['name']?.value)?.trim().toLocaleLowerCase()
    const seconds = secondsOf(slots, 'start_')
    const areaId = textOf(slots['area']?.value)
    return timers.all().filter((timer) => {
      if (name !== undefined && timer.name?.toLocaleLowerCase() !== name) return false
      if (seconds > 0 && timer.seconds !== seconds) return false
      return areaId === null || timer.owner.areaId === areaId
    })
  }

  function say(event: TimerEvent, some: readonly KnownTimer[]): Say {
    return { kind: 'timer', event, timers: some.map((timer) => describeTimer(timer, clock.now())) }
  }
}

function durationOf({ slots }: Candidate): number {
  return secondsOf(slots, '')
}

function secondsOf(slots: Candidate['slots'], prefix: string): number {
  const of = (unit: string) => numberOf(slots[`${prefix}${unit}`]) ?? 0
  return Math.round(of('hours') * 3_600 + of('minutes') * 60 + of('seconds'))
}
