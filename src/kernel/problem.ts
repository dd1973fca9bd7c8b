import type { Label } from './values/labels.ts'

/** Where one bad field is, as a JSON pointer into the input, and what is wrong with it. */
export type Pointer = { readonly pointer: string; readonly detail: string }

/** What would make a refused act lawful: a command to give, or a page to open. */
export type Remedy = { readonly title: Label; readonly command?: string; readonly href?: string }

/**
 * A refusal is a value: the act is not done, and this says why and what to do next.
 *
 * `type` is stable and names the room and the reason. `rule` is the id of a row of the law. A rule whose confidence is
 * `known` may not refuse before the court has confirmed it, so it never appears here.
 */
export type Problem = {
  readonly type: `/problems/${string}`
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 423 | 428 | 429 | 500 | 503
  readonly title: Label
  readonly detail: Label
  readonly rule?: string
  readonly citation?: string
  readonly remedy?: Remedy
  readonly pointers?: readonly Pointer[]
  /** What the text was made of, for programs that do not read Chinese. */
  readonly parameters?: Readonly<Record<string, string | number>>
}

const refusalMark: unique symbol = Symbol('refusal')
export type Refusal = { readonly [refusalMark]: true; readonly problem: Problem }

export const refuse = (problem: Problem): Refusal => ({ [refusalMark]: true, problem })

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && refusalMark in value

/** Carries a refusal out of a transaction that must be rolled back. Thrown by the pipeline only. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(refusal: Refusal) {
    super(refusal.problem.detail.zh)
    this.name = 'Refused'
    this.problem = refusal.problem
  }
}

/** The value, or out of the transaction with the refusal. */
export function unlessRefused<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Refused(value)
  return value
}
