import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 bits, safe in URLs and headers. */
export function makeSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** Only this is kept. The secrets are long and random, so a fast hash is enough; nobody can try them all. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Crockford's base 32: no letter that is mistaken for another. */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code for people to type, such as `7KQ2-M4XD`: 40 bits, single use, for 15 minutes, with few tries. */
export function makeCode(): string {
  const letters = Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** As it was meant, however it was typed: `7kq2 m4xd`, O for 0, I and L for 1. */
export function normaliseCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}
