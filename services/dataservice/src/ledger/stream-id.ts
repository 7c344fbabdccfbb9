/** Whether a position of a stream has reached an id. Ids are `<milliseconds>-<sequence>`. */
export function idReached(position: string, id: string): boolean {
  const [atMs, atSequence] = parts(position)
  const [idMs, idSequence] = parts(id)
  return atMs > idMs || (atMs === idMs && atSequence >= idSequence)
}

function parts(id: string): [number, number] {
  const [ms, sequence] = id.split('-')
  return [Number(ms), Number(sequence)]
}
