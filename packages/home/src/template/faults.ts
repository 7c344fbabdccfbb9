/** A template that cannot be compiled: its text is not Jinja, uses what TALI does not have, or is too large. */
export class TemplateRefused extends Error {
  override name = 'TemplateRefused'
}

/** A template that met a value it cannot work with, such as a member of something undefined. */
export class TemplateFailed extends Error {
  override name = 'TemplateFailed'
}

/** Bounds of a template: it comes from a device, so every one of them is checked (SI-09). */
export const templateBounds = {
  /** UTF-16 code units of its source. */
  source: 8_192,
  /** Expressions and statements. */
  nodes: 1_000,
  /** Values looked at by one comparison, search or printing: a list may hold the same list many times over. */
  values: 20_000,
  /** Nesting of brackets, operators and blocks. */
  depth: 64,
  /** UTF-16 code units of any text it makes, the result included. */
  text: 65_536,
} as const
