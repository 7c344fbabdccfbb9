import type { Channel } from '@tali/contracts'
import { clause, spaced, type Became, type Order, type Subject } from '../words.ts'
import { command } from './did.ts'
import { is, was, went } from './verbs.ts'

const by: Readonly<Record<Channel, string>> = {
  chat: 'by chat',
  page: 'on the page',
  api: 'through the API',
  terminal: 'from the terminal',
  voice: 'by voice',
}

export const causes = {
  by,
  somebody: 'somebody',
  owner: 'the owner',
  timer: (name: string): string => (name === '' ? 'a timer' : `timer ${name}`),
  device: 'the device itself',
  manual: 'by hand',
  restart: 'after a restart',
}

export const outcomes = {
  confirmed: 'confirmed',
  already: 'was already so',
  no_echo: 'no answer',
  failed: 'failed',
  refused: 'refused',
  unknown: 'outcome unknown',
}

/** Lines of the timeline. */
export const lines = {
  byHand: 'by hand',
  noKnownCause: '(no known cause)',
  fellSilent: went('stopped', 'reporting'),
  atStart: (was: string, when: string): string => spaced(was, 'when I started', when),
  reached: (value: string): Became => went('reached', value),
  moved: (up: boolean, from: string, to: string): Became => went(up ? 'rose' : 'fell', `from ${from} to ${to}`),
  arrived: (zone: string): Became => went('arrived', `at ${zone}`),
  used: was('used'),
  changedTo: (quoted: string): Became => went('changed', `to ${quoted}`),
  changed: (subject: Subject): string => `${subject.text} changed`,
  sent: (name: string, order: string): string => `told ${name}: ${order}`,
  concluded: (name: string, order: string, outcome: string): string => `${name}: ${order}, ${outcome}`,
  discovered: (subject: Subject): string => clause(subject, is('new here')),
  removed: (subject: Subject): string => `${subject.text} ${subject.many ? 'were' : 'was'} removed`,
  wentOffline: (subject: Subject): string => `${subject.text} went offline`,
  cameBack: (subject: Subject): string => clause(subject, is('back online')),
  asked: (name: string, channel: Channel, text: string): string => `${name} asked ${by[channel]}: ${text}`,
  askedUnknown: (text: string): string => `somebody asked: ${text}`,
  timerStarted: (name: string, length: string): string =>
    spaced(name === '' ? 'a timer' : `timer ${name}`, 'started', length === '' ? '' : `for ${length}`),
  timerFinished: (name: string): string => `${name === '' ? 'a timer' : `timer ${name}`} finished`,
  started: (version: string): string => spaced('TALI started', version === '' ? '' : `(${version})`),
  joined: (name: string): string => `${name} joined the household`,
  other: (type: string): string => spaced('something happened', type === '' ? '' : `(${type})`),
  after: (outcome: string, seconds: string, ear: boolean): string =>
    `${outcome} after ${seconds} ${ear ? 'seconds' : 's'}`,
}

/** Causes as the end of a sentence that tells a change. */
export const whys = {
  wish: (order: Order, object: string, when: string): string => `I was to ${command(order, object)} ${when}`,
  outcome: (outcome: string): string => `what came of it: ${outcome}`,
  noRecord: 'I have no record of that',
  at: (when: string, line: string): string => `${when}, ${line}`,
  asked: (name: string, channel: string): string => ` because ${name} asked for it ${channel}`,
  timer: (name: string): string => ` because ${name || 'a timer'} finished`,
  device: '; the device did that itself',
  sensed: ', as its sensor reported',
  manual: " by hand, or by something I don't know: no command of mine went out",
  restart: '',
  briefManual: "by hand, or something I don't know",
  before: (line: string): string => `before that, ${line}`,
  startedIt: (name: string, channel: string, when: string): string => `${name} started it ${channel} ${when}`,
}

export const whats = {
  nothing: (place: string, period: string): string => spaced('I have no record of anything', place, period),
  nothingOf: (subject: Subject, period: string): string =>
    spaced('I have no record of anything about', subject.text, period),
  head: (about: string, period: string): string => spaced(about, period),
  andMore: (count: number): string => `and ${count} more`,
  lastHours: (hours: number): string => (hours === 1 ? 'in the last hour' : `in the last ${hours} hours`),
  between: (from: string, to: string): string => `between ${from} and ${to}`,
}

/** Words for a stretch of time, as they are asked for. */
export const periods = {
  now: 'just now',
  today: 'today',
  yesterday: 'yesterday',
  tonight: 'tonight',
  last_night: 'last night',
  this_morning: 'this morning',
  this_afternoon: 'this afternoon',
  this_evening: 'this evening',
  yesterday_morning: 'yesterday morning',
  yesterday_afternoon: 'yesterday afternoon',
  yesterday_evening: 'yesterday evening',
  this_week: 'this week',
  last_week: 'last week',
  last_hour: 'in the last hour',
}
