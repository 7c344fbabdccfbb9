/** Which rows of a long list have to be drawn. */
export interface Window {
  first: number
  /** One past the last. */
  end: number
  /** Height above the first row, and of all rows, in px. */
  before: number
  total: number
}

/**
 * Rows in sight, with a few beside them.
 * @param heights of each row in px, measured or guessed
 * @param top where the sight begins, and `view` how high it is, in px
 */
export function windowOf(heights: readonly number[], top: number, view: number, spare = 8): Window {
  let offset = 0
  let first = -1
  let end = heights.length
  let before = 0
  const offsets = new Float64Array(heights.length + 1)
  for (let row = 0; row < heights.length; row += 1) {
    offsets[row] = offset
    offset += heights[row] ?? 0
    if (first === -1 && offset > top) first = row
    if (end === heights.length && offset >= top + view) end = row + 1
  }
  offsets[heights.length] = offset
  if (first === -1) first = Math.max(0, heights.length - 1)
  first = Math.max(0, first - spare)
  end = Math.min(heights.length, end + spare)
  before = offsets[first] ?? 0
  return { first, end, before, total: offset }
}
