import type { Value } from './value.ts'

/** What a template sees while it is rendered. */
export interface Scope {
  /** A variable's value; undefined when there is none of that name. */
  get(name: string): Value
  set(name: string, value: Value): void
}

/** Renders an expression against a scope. A template is compiled into these once; rendering then only calls them. */
export type Expression = (scope: Scope) => Value
