import type { Citation } from './citation.ts'

/** What a calculation says: the value, the articles, the arithmetic, and what the court should check first. */
export type Finding<T> = {
  readonly value: T
  readonly citations: readonly Citation[]
  /** The derivation in Chinese, line by line, so that it can be checked by hand. */
  readonly workings: readonly string[]
  /** What the court should know before relying on the value: an unread text, an older law, an unpublished calendar. */
  readonly checks: readonly string[]
}

/** What a finding rests on: a rule or a figure as it stood on the day. */
export type Ground = { readonly citations: readonly Citation[]; readonly checks: readonly string[] }

/** A request that the contract of a calculation refuses, by its code. */
export type Denied<Code extends string> = { readonly error: Code }

export const denied = <Code extends string>(error: Code): Denied<Code> => ({ error })

export const isDenied = <T extends object, Code extends string>(outcome: T | Denied<Code>): outcome is Denied<Code> =>
  'error' in outcome

const noLines = (): string[] => []

/** The lines are written only when somebody reads them: a batch of a million lines prints none. */
export function finding<T>(
  value: T,
  grounds: readonly Ground[],
  workings: () => readonly string[],
  checks: () => readonly string[] = noLines,
): Finding<T> {
  return {
    value,
    get citations() {
      return unique(grounds.flatMap((ground) => ground.citations))
    },
    get workings() {
      return workings()
    },
    get checks() {
      return [...new Set([...grounds.flatMap((ground) => ground.checks), ...checks()])]
    },
  }
}

const unique = (citations: readonly Citation[]): readonly Citation[] => [
  ...new Map(citations.map((citation) => [`${citation.instrument} ${citation.article}`, citation])).values(),
]
