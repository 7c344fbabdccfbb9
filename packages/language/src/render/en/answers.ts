/** Answers to questions about states. */
export const answers = {
  yes: 'yes',
  no: 'no',
  asFarAsIKnow: 'as far as I know',
  noneAtAll: 'none',
  nothingSuch: (place: string): string => `I know nothing of that kind${place === '' ? '' : ` ${place}`}`,
  cannotTell: (why: string): string => (why === '' ? "I can't tell" : `I can't tell: ${why}`),
}

/** Answers to questions about values. `since` is "3 hours ago" for an old reading, or empty. */
export const values = {
  value: 'the value',
  warmth: (value: string, place: string, since: string): string =>
    since === '' ? `it is ${value} ${place}` : `it was ${value} ${place}, ${since}`,
  inPlace: (quantity: string, place: string, value: string, since: string): string =>
    since === '' ? `${quantity} ${place} is ${value}` : `${quantity} ${place} was ${value}, ${since}`,
  /** `name` is already "of the front door". */
  of: (quantity: string, name: string, value: string, since: string): string =>
    since === '' ? `${quantity} ${name} is ${value}` : `${quantity} ${name} was ${value}, ${since}`,
  named: (name: string, many: boolean, value: string, since: string): string =>
    since === ''
      ? `${name} ${many ? 'are' : 'is'} at ${value}`
      : `${name} ${many ? 'were' : 'was'} at ${value}, ${since}`,
  warmthMean: (value: string, place: string): string =>
    place === '' ? `it is ${value} on average` : `${place} it is ${value} on average`,
  mean: (quantity: string, place: string, value: string): string =>
    `${quantity}${place === '' ? '' : ` ${place}`} is ${value} on average`,
  total: (place: string, value: string): string => `together it is ${value}${place === '' ? '' : ` ${place}`}`,
  briefMean: (value: string): string => `${value} on average`,
  item: (label: string, value: string, since: string, ear: boolean): string => {
    if (since === '') return `${label} ${value}`
    return ear ? `${label} ${value} from ${since}` : `${label} ${value} (${since})`
  },
  noReading: (quantity: string, place: string): string =>
    `I have no ${quantity === '' ? '' : `${quantity} `}reading${place === '' ? '' : ` ${place}`}`,
  lastReport: (value: string, since: string): string => `the last report was ${value}, ${since}`,
}
