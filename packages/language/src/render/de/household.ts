import { capitalised } from '../sentence.ts'
import type { Trouble } from '../trouble-code.ts'

/** `length` and `left` are worded spans, `until` a moment such as "um 18:12 Uhr". */
export const timers = {
  theTimer: 'der Timer',
  /** "der Pizza-Timer"; several words stand behind: "der Timer „Nudeln und Soße“". */
  name: (name: string, length: string, ear: boolean): string => {
    if (name === '') return `der Timer über ${length}`
    if (/^[\p{L}-]+$/u.test(name)) return `der ${capitalised(name)}-Timer`
    return ear ? `der Timer ${name}` : `der Timer „${name.replaceAll(/[„“”]/g, "'")}“`
  },
  label: (name: string, length: string): string => (name === '' ? `den über ${length}` : capitalised(name)),
  none: 'es läuft kein Timer',
  tooMany: (count: number): string =>
    count === 0 ? 'mehr Timer kann ich mir nicht merken' : `mehr als ${count} Timer kann ich mir nicht merken`,
  cancelledAll: (count: number): string =>
    count === 0 ? 'es lief kein Timer' : count === 1 ? 'der Timer ist gestoppt' : `alle ${count} Timer sind gestoppt`,
  which: (options: string): string => `welchen Timer meinst du: ${options}?`,
  started: (name: string, length: string, until: string): string => `${name} läuft ${length} und endet ${until}`,
  changed: (name: string, left: string, until: string): string => `${name} läuft jetzt noch ${left} und endet ${until}`,
  resumed: (name: string, left: string, until: string): string =>
    `${name} läuft weiter, noch ${left}, und endet ${until}`,
  paused: (name: string, left: string): string => `${name} ist angehalten, es bleiben ${left}`,
  cancelled: (name: string): string => `${name} ist gestoppt`,
  finished: (name: string): string => `${name} ist abgelaufen`,
  left: (name: string, left: string, paused: boolean): string =>
    paused ? `${name} ist angehalten, es bleiben ${left}` : `${name} läuft noch ${left}`,
  item: (name: string, left: string, paused: boolean): string =>
    `${capitalised(name) || 'einer'} noch ${left}${paused ? ', angehalten' : ''}`,
  running: (count: number): string => `es gibt ${count} Timer`,
  briefly: {
    cancelled: 'gestoppt',
    paused: (left: string): string => `angehalten, noch ${left}`,
  },
}

export const lists = {
  added: (items: string): string => `ich habe ${items} auf die Einkaufsliste gesetzt`,
  completed: (items: string): string => `ich habe ${items} abgehakt`,
  missing: (item: string): string => `${item} steht nicht auf der Einkaufsliste`,
  shown: (items: string, count: number): string =>
    `auf der Einkaufsliste ${count === 1 ? 'steht' : 'stehen'}: ${items}`,
  empty: 'die Einkaufsliste ist leer',
  allDone: 'auf der Einkaufsliste ist alles abgehakt',
  briefly: {
    added: (items: string): string => `notiert: ${items}`,
    completed: (items: string): string => `abgehakt: ${items}`,
    missing: (item: string): string => `nicht auf der Liste: ${item}`,
  },
}

export const stops = {
  never_mind: 'in Ordnung, ich lasse es',
  stopped: 'ich habe es gestoppt',
  nothing_running: 'es lief nichts',
  briefly: { never_mind: 'OK', stopped: 'gestoppt', nothing_running: 'nichts lief' },
}

export const frames = {
  gladly: 'klar, ',
  needless: 'nicht nötig, ',
  sorry: 'tut mir leid, ',
  fine: 'alles klar, ',
}

export const pleasantries = {
  hello: 'hallo, ich höre zu',
  thanks: 'gern geschehen',
  self: 'ich bin TALI und kümmere mich um dieses Zuhause',
}

export const notOffered = {
  weather: 'vom Wetter weiß ich nichts: ich kenne nur, was die Geräte hier melden',
  later: 'ich kann noch nichts für später vormerken, nur sofort; einen Timer stelle ich: „Timer 10 Minuten“',
  reminder: 'erinnern kann ich noch nicht; einen Timer stelle ich: „Timer 10 Minuten“',
  other_list: 'ich führe nur die Einkaufsliste; sag „setz Milch auf die Einkaufsliste“',
  room_cleaning: 'einen einzelnen Raum kann ich noch nicht saugen lassen; „starte den Staubsauger“ reinigt überall',
  nothing_paused: 'nichts ist pausiert, was ich abspielen könnte; sag zum Beispiel „schalte das Radio ein“',
  no_light_on: 'dort ist kein Licht an, das ich heller oder dunkler machen könnte',
  a_little: 'wie weit, bitte? Sag zum Beispiel „auf 20 Prozent“',
}
export const help = (examples: string): string =>
  `ich schalte, was es hier gibt, und sage dir, wie es steht und warum${examples === '' ? '' : `; sag zum Beispiel ${examples}`}`

export const troubles: Readonly<Record<Trouble, string>> = {
  ledger_unavailable: 'ich komme gerade nicht an meine Aufzeichnungen',
  store_unavailable: 'ich komme gerade nicht an mein Gedächtnis',
  home_unavailable: 'ich habe gerade keine Verbindung zu den Geräten',
  language_unavailable: 'ich finde gerade keine Worte dafür',
  not_ready: 'ich starte noch; versuch es bitte gleich noch einmal',
  timeout: 'das hat mir zu lange gedauert, ich warte nicht weiter',
  busy: 'ich habe gerade zu viel zu tun; versuch es bitte gleich noch einmal',
  list_full: 'die Liste ist voll; hak zuerst etwas ab',
  internal: 'bei mir ist etwas schiefgegangen',
}
export const trouble = 'bei mir ist etwas schiefgegangen'
export const troubleWith = (code: string): string => `bei mir ist etwas schiefgegangen (${code})`
