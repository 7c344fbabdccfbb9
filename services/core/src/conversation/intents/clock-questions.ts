import { isoTime, type Clock } from '@tali/runtime'
import type { IntentHandler } from '../moment.ts'

/** "What time is it?", "what day is today?" */
export function createClockQuestions({ clock, timeZone }: { clock: Clock; timeZone: string }) {
  const time: IntentHandler = async () => ({ kind: 'time', at: isoTime(clock.now()), timeZone })
  const date: IntentHandler = async () => ({ kind: 'date', at: isoTime(clock.now()), timeZone })
  return { time, date }
}
