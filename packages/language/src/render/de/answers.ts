import { spaced } from '../words.ts'

export const answers = {
  yes: 'ja',
  no: 'nein',
  asFarAsIKnow: 'soweit ich weiß',
  noneAtAll: 'nichts',
  nothingSuch: (place: string): string => spaced('so etwas kenne ich', place, 'nicht'),
  cannotTell: (why: string): string => (why === '' ? 'das weiß ich nicht' : `das weiß ich nicht: ${why}`),
}

export const values = {
  value: 'der Wert',
  warmth: (value: string, place: string, since: string): string =>
    since === '' ? `${place} sind es ${value}` : `${place} waren es ${since} ${value}`,
  inPlace: (quantity: string, place: string, value: string, since: string): string =>
    since === '' ? `${place} liegt ${quantity} bei ${value}` : `${place} lag ${quantity} ${since} bei ${value}`,
  of: (quantity: string, name: string, value: string, since: string): string =>
    since === '' ? `${quantity} ${name} liegt bei ${value}` : `${quantity} ${name} lag ${since} bei ${value}`,
  named: (name: string, many: boolean, value: string, since: string): string =>
    since === ''
      ? `${name} ${many ? 'liegen' : 'liegt'} bei ${value}`
      : `${name} ${many ? 'lagen' : 'lag'} ${since} bei ${value}`,
  warmthMean: (value: string, place: string): string =>
    place === '' ? `im Schnitt sind es ${value}` : `${place} sind es im Schnitt ${value}`,
  mean: (quantity: string, place: string, value: string): string =>
    place === '' ? `${quantity} liegt im Schnitt bei ${value}` : `${place} liegt ${quantity} im Schnitt bei ${value}`,
  total: (place: string, value: string): string => spaced('zusammen sind es', place, value),
  briefMean: (value: string): string => `im Schnitt ${value}`,
  item: (label: string, value: string, since: string, ear: boolean): string => {
    if (since === '') return `${label} ${value}`
    return ear ? `${label} ${value} von ${since}` : `${label} ${value} (${since})`
  },
  noReading: (quantity: string, place: string): string =>
    spaced('ich habe', place, 'keinen Messwert', quantity === '' ? '' : `für ${quantity}`),
  lastReport: (value: string, since: string): string => `die letzte Meldung war ${value}, ${since}`,
}
