/** A sentence template, parsed. An optional part is a choice with an empty sequence among its items. */
export type Expression = Text | ListReference | RuleReference | Group

/** Literal text with its white space: whether two parts touch decides whether they are one word. */
export interface Text {
  readonly type: 'text'
  readonly text: string
}

export interface ListReference {
  readonly type: 'list'
  readonly list: string
  readonly slot: string
  /** `{list:@slot}`: steers the targets and the response; it is no slot of the intent. */
  readonly capture: boolean
}

export interface RuleReference {
  readonly type: 'rule'
  readonly rule: string
}

export interface Group {
  readonly type: 'sequence' | 'choice' | 'permutation'
  readonly items: readonly Expression[]
}
