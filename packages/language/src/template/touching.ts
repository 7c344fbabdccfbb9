import type { Expression } from './expression.ts'

const apartAtStart = /^[^\p{L}\p{M}'’‘ʼ`´]/u
const apartAtEnd = /[^\p{L}\p{M}'’‘ʼ`´]$/u

/** Does what stands before the text belong to another word? */
export function startsApart(text: string): boolean {
  return apartAtStart.test(text)
}

/** Does what stands behind the text belong to another word? */
export function endsApart(text: string): boolean {
  return apartAtEnd.test(text)
}

/** May two parts meet within a word, as in `light[s]` or `<area>n`? False for most templates, which are simpler so. */
export function hasTouchingParts(expression: Expression): boolean {
  if (expression.type === 'text' || expression.type === 'list' || expression.type === 'rule') return false
  const { items } = expression
  return items.some((item, index) => {
    if (hasTouchingParts(item)) return true
    const next = expression.type === 'sequence' ? items[index + 1] : undefined
    return next !== undefined && !isTextThat(item, endsApart) && !isTextThat(next, startsApart)
  })
}

function isTextThat(expression: Expression, test: (text: string) => boolean): boolean {
  return expression.type === 'text' && test(expression.text)
}
