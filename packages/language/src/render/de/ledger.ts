import type { Channel } from '@tali/contracts'
import { clause, spaced, type Became, type Order, type Subject } from '../words.ts'
import { command } from './did.ts'
import { hat, ist, tat, wurde } from './verbs.ts'

const by: Readonly<Record<Channel, string>> = {
  chat: 'per Chat',
  page: 'auf der Seite',
  api: 'über die API',
  terminal: 'am Terminal',
  voice: 'per Sprache',
}

const saidBy: Readonly<Record<Channel, string>> = {
  chat: 'schrieb im Chat',
  page: 'schrieb auf der Seite',
  api: 'schrieb über die API',
  terminal: 'schrieb am Terminal',
  voice: 'sagte',
}

export const causes = {
  by,
  somebody: 'jemand',
  owner: 'Admin',
  timer: (name: string): string => (name === '' ? 'ein Timer' : `Timer ${name}`),
  device: 'das Gerät selbst',
  manual: 'von Hand',
  restart: 'nach einem Neustart',
}

export const outcomes = {
  confirmed: 'bestätigt',
  already: 'war schon so',
  no_echo: 'keine Antwort',
  failed: 'fehlgeschlagen',
  refused: 'abgelehnt',
  unknown: 'Ausgang unbekannt',
}

export const lines = {
  byHand: 'von Hand',
  noKnownCause: '(keine bekannte Ursache)',
  fellSilent: tat('hörte hörten', 'auf, sich zu melden'),
  atStart: (was: string, when: string): string => `${was}, ${spaced('als ich', when, 'gestartet bin')}`,
  reached: (value: string): Became => tat('erreichte erreichten', value),
  moved: (up: boolean, from: string, to: string): Became =>
    tat(up ? 'stieg stiegen' : 'sank sanken', `von ${from} auf ${to}`),
  arrived: (zone: string): Became => tat('kam kamen', `am Ort ${zone} an`),
  used: wurde('betätigt'),
  changedTo: (quoted: string): Became => tat('wechselte wechselten', `zu ${quoted}`),
  changed: (subject: Subject): string => clause(subject, hat('sich geändert')),
  sent: (name: string, order: string): string => `an ${name} gesendet: ${order}`,
  concluded: (name: string, order: string, outcome: string): string => `${name}: ${order}, ${outcome}`,
  discovered: (subject: Subject): string => clause(subject, ist('neu hier')),
  removed: (subject: Subject): string => `${subject.text} ${subject.many ? 'wurden' : 'wurde'} entfernt`,
  wentOffline: (subject: Subject): string => clause(subject, ist('nicht mehr erreichbar')),
  cameBack: (subject: Subject): string => clause(subject, ist('wieder erreichbar')),
  asked: (name: string, channel: Channel, text: string): string => `${name} ${saidBy[channel]}: ${text}`,
  askedUnknown: (text: string): string => `jemand schrieb: ${text}`,
  timerStarted: (name: string, length: string): string =>
    `${name === '' ? 'ein Timer' : `Timer ${name}`} wurde gestartet${length === '' ? '' : `, ${length}`}`,
  timerFinished: (name: string): string => `${name === '' ? 'ein Timer' : `Timer ${name}`} ist abgelaufen`,
  started: (version: string): string => spaced('TALI ist gestartet', version === '' ? '' : `(${version})`),
  joined: (name: string): string => `${name} gehört jetzt zum Haushalt`,
  other: (type: string): string => spaced('etwas ist geschehen', type === '' ? '' : `(${type})`),
  after: (outcome: string, seconds: string, ear: boolean): string =>
    `${outcome} nach ${seconds} ${ear ? 'Sekunden' : 's'}`,
}

export const whys = {
  wish: (order: Order, object: string, when: string): string => `ich sollte ${when} ${command(order, object)}`,
  outcome: (outcome: string): string => `was daraus wurde: ${outcome}`,
  noRecord: 'darüber habe ich nichts aufgezeichnet',
  at: (when: string, line: string): string => `${when}: ${line}`,
  asked: (name: string, channel: string): string => `, weil ${name} ${channel} darum gebeten hat`,
  timer: (name: string): string => `, weil ${name || 'ein Timer'} abgelaufen ist`,
  device: '; das war das Gerät selbst',
  sensed: '; das hat der Sensor gemeldet',
  manual: ': von Hand oder durch etwas, das ich nicht kenne; von mir kam kein Befehl',
  restart: '',
  briefManual: 'von Hand oder durch etwas, das ich nicht kenne',
  before: (line: string): string => `davor: ${line}`,
  startedIt: (name: string, channel: string, when: string): string => `${name} hat ihn ${when} ${channel} gestartet`,
}

export const whats = {
  nothing: (place: string, period: string): string => spaced(period, 'habe ich', place, 'nichts aufgezeichnet'),
  nothingOf: (subject: Subject, period: string): string =>
    `${subject.bare}: ${spaced(period, 'habe ich nichts aufgezeichnet')}`,
  head: (about: string, period: string): string => spaced(period, about),
  andMore: (count: number): string => `und noch ${count}`,
  lastHours: (hours: number): string => (hours === 1 ? 'in der letzten Stunde' : `in den letzten ${hours} Stunden`),
  between: (from: string, to: string): string => `zwischen ${from} und ${to}`,
}

export const periods = {
  now: 'gerade eben',
  today: 'heute',
  yesterday: 'gestern',
  tonight: 'heute Nacht',
  last_night: 'letzte Nacht',
  this_morning: 'heute Morgen',
  this_afternoon: 'heute Nachmittag',
  this_evening: 'heute Abend',
  yesterday_morning: 'gestern Morgen',
  yesterday_afternoon: 'gestern Nachmittag',
  yesterday_evening: 'gestern Abend',
  this_week: 'diese Woche',
  last_week: 'letzte Woche',
  last_hour: 'in der letzten Stunde',
}
