import type { Noun } from '../noun.ts'
import type { Role } from '../words.ts'
import { nouns } from './nouns.ts'

/** "kein Licht", "keine Tür", "niemand"; as an object "keinen Schalter". */
export function negated(noun: Noun, role: Role = 'subject'): string {
  if (noun === 'opening') return 'kein Fenster und keine Tür'
  if (noun === 'person') return role === 'object' ? 'niemanden' : 'niemand'
  const { one, gender } = nouns[noun]
  if (gender === 'f') return `keine ${one}`
  return `${gender === 'm' && role === 'object' ? 'keinen' : 'kein'} ${one}`
}

/** "ein Licht", "eine Tür" */
export function single(noun: Noun): string {
  if (noun === 'opening') return 'ein Fenster oder eine Tür'
  const { one, gender } = nouns[noun]
  return `${gender === 'f' ? 'eine' : 'ein'} ${one}`
}

/** "welches Licht", as an object: "welchen Schalter" */
export function which(noun: Noun): string {
  if (noun === 'opening') return 'welches Fenster oder welche Tür'
  const { one, gender } = nouns[noun]
  return `${{ m: 'welchen', f: 'welche', n: 'welches' }[gender]} ${one}`
}
