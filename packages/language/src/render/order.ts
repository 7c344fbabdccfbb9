import type { Attributes } from '@tali/contracts'
import { aimOf, type Aim } from './aim.ts'
import { dataOf } from './data.ts'
import type { Manner } from './manner.ts'
import { amount, numeral, percent } from './number.ts'
import type { Order } from './words.ts'

/** The infinitive of a command, without its object: "turn on", "set … to 40 %". */
export function orderOf(action: string, parameters: Attributes, m: Manner): Order {
  const aim = aimOf(action, parameters)
  const { acts, set, unknown } = m.words.orders
  if (aim.kind === 'act') return acts[aim.action]
  if (aim.kind === 'unknown') return unknown
  return set(goal(aim, m))
}

/** The infinitive as a label: "turn on", "set to 40 %", "auf 40 % stellen". */
export function orderLabel(action: string, parameters: Attributes, m: Manner): string {
  return m.words.command(orderOf(action, parameters, m), '')
}

function goal(aim: Exclude<Aim, { kind: 'act' | 'unknown' }>, m: Manner): string {
  switch (aim.kind) {
    case 'level':
    case 'position':
    case 'humidity':
      return percent(aim.percent, m)
    case 'volume':
      return m.words.orders.volume(percent(aim.percent, m))
    case 'temperature':
      return amount(aim.value, aim.unit, m)
    case 'range':
      return m.words.range(numeral(aim.low, m), amount(aim.high, aim.unit, m))
    case 'kelvin':
      return amount(aim.value, 'K', m)
    case 'colour':
      return m.words.colours[aim.colour]
    case 'mode':
      return m.words.states[aim.sense].label
    case 'option':
      return dataOf(aim.text, m)
    case 'number':
      return numeral(aim.value, m)
  }
}
