import type { WallTime } from '../clock.ts'

export const clock = {
  unknown: 'an unknown time',
  atUnknown: 'at an unknown time',
  written: (digital: string): string => digital,
  /** 18:02 → "6 oh 2 PM" */
  spoken: (hour: number, minute: number): string => {
    if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon'
    const twelve = hour % 12 === 0 ? 12 : hour % 12
    const minutes = minute === 0 ? '' : minute < 10 ? ` oh ${minute}` : ` ${minute}`
    return `${twelve}${minutes} ${hour < 12 ? 'AM' : 'PM'}`
  },
  at: (time: string): string => `at ${time}`,
  since: (time: string): string => time.replace(/^(at|on) /, ''),
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  onWeekday: (name: string): string => `on ${name}`,
  onDate: (wall: WallTime, withYear: boolean, ear: boolean): string => `on ${date(wall, withYear, ear)}`,
  itIs: (time: string): string => `it is ${time}`,
  todayIs: (date: string): string => `today is ${date}`,
  today: (wall: WallTime, ear: boolean): string => `${wall.weekdayName}, ${date(wall, true, ear)}`,
  justNow: 'just now',
  secondsAgo: (count: number): string => `${count} s ago`,
}

/** "3 November 2026"; for the ear "the 3rd of November 2026". */
function date(wall: WallTime, withYear: boolean, ear: boolean): string {
  const day = ear ? `the ${ordinal(wall.day)} of` : String(wall.day)
  return `${day} ${wall.monthName}${withYear ? ` ${wall.year}` : ''}`
}

function ordinal(day: number): string {
  const teen = day > 10 && day < 14
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}
