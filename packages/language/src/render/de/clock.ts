import type { WallTime } from '../clock.ts'

export const clock = {
  unknown: 'zu unbekannter Zeit',
  atUnknown: 'zu unbekannter Zeit',
  written: (digital: string): string => `${digital} Uhr`,
  /** 18:02 → "18 Uhr 2" */
  spoken: (hour: number, minute: number): string => (minute === 0 ? `${hour} Uhr` : `${hour} Uhr ${minute}`),
  at: (time: string): string => (time === clock.unknown ? time : `um ${time}`),
  since: (time: string): string =>
    `seit ${time
      .replace(/^um /, '')
      .replace(/^am (?=\d|\p{Ll})/u, 'dem ')
      .replace(/^am /, '')}`,
  yesterday: 'gestern',
  tomorrow: 'morgen',
  onWeekday: (name: string): string => `am ${name}`,
  onDate: (wall: WallTime, withYear: boolean, ear: boolean): string =>
    `am ${ear ? `${ordinal(wall.day)}n` : `${wall.day}.`} ${wall.monthName}${withYear ? ` ${wall.year}` : ''}`,
  itIs: (time: string): string => `es ist ${time}`,
  todayIs: (date: string): string => `heute ist ${date}`,
  today: (wall: WallTime, ear: boolean): string =>
    `${wall.weekdayName}, der ${ear ? ordinal(wall.day) : `${wall.day}.`} ${wall.monthName} ${wall.year}`,
  justNow: 'gerade eben',
  secondsAgo: (count: number): string => `vor ${count} s`,
}

const ones = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']
const odd: Readonly<Record<number, string>> = {
  1: 'erste',
  3: 'dritte',
  7: 'siebte',
  8: 'achte',
  16: 'sechzehnte',
  17: 'siebzehnte',
}

/** The day of a month in words, 1 to 31: "21." would end a sentence for the ear. */
function ordinal(day: number): string {
  const special = odd[day]
  if (special !== undefined) return special
  if (day < 13) return `${ones[day]}te`
  if (day < 20) return `${ones[day - 10]}zehnte`
  const tens = day < 30 ? 'zwanzigste' : 'dreißigste'
  return day % 10 === 0 ? tens : `${ones[day % 10]}und${tens}`
}
