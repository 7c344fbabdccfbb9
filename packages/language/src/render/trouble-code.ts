/** Faults of ours that have a sentence of their own; others get a general one. */
export const troubleCodes = [
  'ledger_unavailable', 'store_unavailable', 'home_unavailable', 'language_unavailable', 'not_ready', 'timeout', 'busy',
  'list_full', 'internal',
] as const // prettier-ignore
export type Trouble = (typeof troubleCodes)[number]
