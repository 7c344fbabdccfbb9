import type { Trouble } from '../trouble-code.ts'

/** Timers. `length` and `left` are worded spans, `until` a moment such as "at 18:12". */
export const timers = {
  theTimer: 'the timer',
  name: (name: string, length: string, _ear: boolean): string =>
    name === '' ? `the timer for ${length}` : `the ${name} timer`,
  label: (name: string, length: string): string => (name === '' ? `the one for ${length}` : name),
  none: 'no timer is running',
  tooMany: (count: number): string =>
    count === 0 ? "I can't keep any more timers" : `I can't keep more than ${count} timers at a time`,
  cancelledAll: (count: number): string =>
    count === 0 ? 'no timer was running' : count === 1 ? 'the timer is cancelled' : `all ${count} timers are cancelled`,
  which: (options: string): string => `which timer do you mean: ${options}?`,
  started: (name: string, length: string, until: string): string => `${name} runs for ${length} and ends ${until}`,
  changed: (name: string, left: string, until: string): string => `${name} now has ${left} left and ends ${until}`,
  resumed: (name: string, left: string, until: string): string =>
    `${name} runs again, with ${left} left, and ends ${until}`,
  paused: (name: string, left: string): string => `${name} is paused with ${left} left`,
  cancelled: (name: string): string => `${name} is cancelled`,
  finished: (name: string): string => `${name} is done`,
  left: (name: string, left: string, paused: boolean): string =>
    `${name} ${paused ? 'is paused with' : 'has'} ${left} left`,
  item: (name: string, left: string, paused: boolean): string =>
    `${name || 'one'} with ${left} left${paused ? ', paused' : ''}`,
  running: (count: number): string => `there are ${count} timers`,
  briefly: {
    cancelled: 'cancelled',
    paused: (left: string): string => `paused, ${left} left`,
  },
}

export const lists = {
  added: (items: string): string => `I put ${items} on the shopping list`,
  completed: (items: string): string => `I ticked off ${items}`,
  missing: (item: string): string => `${item} is not on the shopping list`,
  shown: (items: string, _count: number): string => `on the shopping list: ${items}`,
  empty: 'the shopping list is empty',
  allDone: 'everything on the shopping list is ticked off',
  briefly: {
    added: (items: string): string => `added: ${items}`,
    completed: (items: string): string => `ticked off: ${items}`,
    missing: (item: string): string => `not on the list: ${item}`,
  },
}

export const stops = {
  never_mind: 'all right, I leave it',
  stopped: 'I stopped it',
  nothing_running: 'nothing was running',
  briefly: { never_mind: 'OK', stopped: 'stopped', nothing_running: 'nothing running' },
}

/** Put before a reply in a warm tone. */
export const frames = {
  gladly: 'sure, ',
  needless: 'no need, ',
  sorry: 'sorry, ',
  fine: 'no problem, ',
}

/** What is broken, by the code of the catalogue that says so. */
export const pleasantries = {
  hello: 'hello, I am listening',
  thanks: 'you are welcome',
  self: 'I am TALI, and I look after this home',
}

/** What this house does not do, and what it does instead. */
export const notOffered = {
  weather: 'I know nothing of the weather: I only know what the devices of this home report',
  later: "I can't do things later yet, only now; I can set a timer: “set a timer for 10 minutes”",
  reminder: "I can't remind you of things yet; I can set a timer: “set a timer for 10 minutes”",
  other_list: 'I keep the shopping list and no other; say “put milk on the shopping list”',
  room_cleaning: "I can't send the vacuum to a single room yet; “start the vacuum” has it clean everywhere",
  nothing_paused: 'nothing is paused that I could play on; say for instance “turn on the radio”',
  no_light_on: 'no light is on there that I could make brighter or dimmer',
  a_little: 'how far, please? Say for instance “to 20 percent”',
}
export const help = (examples: string): string =>
  `I switch what this home has, and tell you how things are and why${examples === '' ? '' : `; say for instance ${examples}`}`

export const troubles: Readonly<Record<Trouble, string>> = {
  ledger_unavailable: "I can't look into my records just now",
  store_unavailable: "I can't reach my memory just now",
  home_unavailable: 'I have no connection to the devices just now',
  language_unavailable: "I can't put that into words just now",
  not_ready: 'I am still starting; please try again in a moment',
  timeout: 'that took me too long, and I gave up waiting',
  busy: 'I have too much to do just now; please try again in a moment',
  list_full: 'the list is full; tick something off first',
  internal: 'something went wrong on my side',
}
export const trouble = 'something went wrong on my side'
export const troubleWith = (code: string): string => `something went wrong on my side (${code})`
