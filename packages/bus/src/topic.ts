const maxTopicBytes = 1_024

/**
 * Whether an MQTT topic matches a topic filter (MQTT 5 §4.7): `+` is one level, a last `#` the rest with its parent,
 * and a leading wildcard does not match topics that begin with `$`.
 */
export function topicMatches(filter: string, topic: string): boolean {
  if (topic.startsWith('$') && (filter.startsWith('+') || filter.startsWith('#'))) return false
  const wanted = filter.split('/')
  const levels = topic.split('/')
  for (const [i, level] of wanted.entries()) {
    if (level === '#') return true
    if (i >= levels.length) return false
    if (level !== '+' && level !== levels[i]) return false
  }
  return wanted.length === levels.length
}

/** Throws a `TypeError` that says what is wrong with a topic to publish on. */
export function assertTopic(topic: string): void {
  if (topic === '') throw new TypeError('an MQTT topic must not be empty')
  if (/[+#\0]/.test(topic)) throw new TypeError(`the MQTT topic ${JSON.stringify(topic)} must not contain +, # or NUL`)
  if (Buffer.byteLength(topic) > maxTopicBytes)
    throw new TypeError(`an MQTT topic must have at most ${maxTopicBytes} bytes`)
}

/** Throws a `TypeError` that says what is wrong with a topic filter. */
export function assertFilter(filter: string): void {
  const levels = filter.split('/')
  const wrong = levels.some((level, i) =>
    level.includes('#') ? level !== '#' || i < levels.length - 1 : level.includes('+') && level !== '+',
  )
  if (filter === '' || filter.includes('\0') || wrong || Buffer.byteLength(filter) > maxTopicBytes)
    throw new TypeError(`${JSON.stringify(filter)} is not an MQTT topic filter`)
}
