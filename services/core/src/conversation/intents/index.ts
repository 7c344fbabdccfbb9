import type { Clock } from '@tali/runtime'
import type { Orders } from '../../gate/orders.ts'
import type { Questions } from '../../gate/questions.ts'
import type { Home } from '../../home/home.ts'
import type { ShoppingList } from '../../household/shopping-list.ts'
import type { Timers } from '../../household/timers.ts'
import type { LedgerReader } from '../../ledger/ledger-reader.ts'
import type { Recorder } from '../../ledger/recorder.ts'
import type { Residents } from '../../residents/residents.ts'
import { commandIntents } from '../actions.ts'
import type { IntentHandler } from '../moment.ts'
import type { Mentions } from '../mentions.ts'
import type { Understanding } from '../understanding.ts'
import { createAsking } from './asking.ts'
import { createClockQuestions } from './clock-questions.ts'
import { createControl } from './control.ts'
import { createSmallTalk } from './small-talk.ts'
import { createHappened } from './happened.ts'
import { createListIntents } from './list-intents.ts'
import { notOffered } from './not-offered.ts'
import { createStopping } from './stopping.ts'
import { createTimerIntents } from './timer-intents.ts'
import { createWhy } from './why.ts'

export interface IntentsOptions {
  home: Home
  orders: Orders
  questions: Questions
  understanding: Understanding
  mentions: Mentions
  timers: Timers
  list: ShoppingList
  recorder: Recorder
  ledger: LedgerReader
  residents: Residents
  clock: Clock
  timeZone: string
}

/** What each intent does. Names are Home Assistant's; TALI's own begin with `Tali`. */
export function createIntents(options: IntentsOptions) {
  const control = createControl(options)
  const asking = createAsking(options)
  const clockQuestions = createClockQuestions(options)
  const timer = createTimerIntents(options)
  const list = createListIntents(options)
  const stopping = createStopping(options)
  const commands = Object.fromEntries([...commandIntents].map((intent) => [intent, control.handle]))
  const intents: Readonly<Record<string, IntentHandler>> = {
    ...commands,
    HassGetState: asking.state,
    HassClimateGetTemperature: asking.temperature,
    TaliGetValue: asking.value,
    HassGetCurrentTime: clockQuestions.time,
    HassGetCurrentDate: clockQuestions.date,
    HassStartTimer: timer.start,
    HassCancelTimer: timer.cancel,
    HassCancelAllTimers: timer.cancelAll,
    HassIncreaseTimer: timer.increase,
    HassDecreaseTimer: timer.decrease,
    HassPauseTimer: timer.pause,
    HassUnpauseTimer: timer.resume,
    HassTimerStatus: timer.status,
    HassShoppingListAddItem: list.add,
    HassShoppingListCompleteItem: list.complete,
    TaliShowList: list.show,
    HassNevermind: stopping.neverMind,
    TaliStop: stopping.stop,
    HassListAddItem: async () => ({ kind: 'not_offered', what: 'other_list' }),
    HassListCompleteItem: async () => ({ kind: 'not_offered', what: 'other_list' }),
    TaliCompleteList: list.completeAll,
    HassGetWeather: async () => ({ kind: 'not_offered', what: 'weather' }),
    TaliNotOffered: notOffered,
    HassRespond: createSmallTalk(options),
    TaliWhy: createWhy(options),
    TaliWhatHappened: createHappened(options),
  }
  return { intents, resume: control.resume }
}
