import { spaced, type Order, type Predicate, type Subject } from '../words.ts'
import { hat, verb } from './verbs.ts'

/** "das Küchenlicht einschalten", "das Thermostat auf 21 °C stellen"; without object a label. */
export function command(order: Order, object: string, adverb = ''): string {
  return spaced(object, adverb, order.rest, order.verb)
}

export const did = {
  nothing: 'es gab nichts zu tun',
  alreadyToo: (subject: Subject, count: number): string =>
    count === 1 ? `${subject.text} ${subject.many ? 'waren' : 'war'} es schon` : `${count} weitere waren es schon`,
  silentSince: (silent: string, ago: string): string => `${silent}; den Befehl habe ich ${ago} gesendet`,
  sent: (stateless: string): string => `ich habe es gesendet; ${stateless}`,
  notSupported: verb('kann können konnte konnten', 'das nicht'),
  badParameter: (range: string): Predicate => {
    const bounds = range === '' ? '' : `; möglich sind ${range}`
    return verb('nimmt nehmen nahm nahmen', `diesen Wert nicht an${bounds}`, `Wert nicht angenommen${bounds}`)
  },
  unreachable: verb('war waren war waren', 'nicht zu erreichen: der Befehl ging nicht hinaus', 'nicht erreicht'),
  notDone: hat('es nicht getan', 'fehlgeschlagen'),
  interrupted: (subject: Subject): string =>
    `ich wurde unterbrochen, bevor ${subject.text} geantwortet ${subject.many ? 'haben' : 'hat'}, und weiß nicht, was daraus wurde`,
  needsResident: (order: Order, object: string): string => `nur wer hier wohnt, darf ${command(order, object)}`,
  notConfirmed: (order: Order, object: string): string =>
    `ohne Bestätigung werde ich ${command(order, object, 'nicht')}`,
  refused: (order: Order, object: string): string => `ich darf ${command(order, object, 'nicht')}`,
  briefly: {
    interrupted: 'unterbrochen, Ausgang unbekannt',
    needsResident: 'nur für Bewohner',
    notConfirmed: 'nicht bestätigt, nicht getan',
    refused: 'nicht erlaubt',
  },
}
