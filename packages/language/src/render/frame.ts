import type { Manner } from './manner.ts'

/** What a warm tone puts before a reply: at most one short clause, and never one that says more than is known. */
export type Frame = 'gladly' | 'needless' | 'sorry' | 'fine'

export function framed(text: string, frame: Frame | null, m: Manner): string {
  return m.tone === 'warm' && frame !== null ? m.words.frames[frame] + text : text
}
