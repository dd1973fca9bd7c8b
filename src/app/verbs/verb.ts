import type { Config } from '../config.ts'

/** What the command line gave a verb. */
export type Arguments = {
  readonly words: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  readonly config: Config
  readonly json: boolean
}

export type Verb = {
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** Flags beyond --data, --court, --user, --json, --input; true for those that take a value. */
  readonly flags?: Readonly<Record<string, 'value' | 'switch'>>
  /** Returns the exit code: 0 done, 2 usage, 3 refused, 4 environment, 5 verification failed. */
  readonly run: (args: Arguments) => Promise<number>
}

export const exit = { done: 0, failed: 1, usage: 2, refused: 3, environment: 4, verificationFailed: 5 } as const

/** Thrown by a verb whose words make no sense; the command line prints it with the usage. */
export class Usage extends Error {
  override readonly name = 'Usage'
}

export const flagText = ({ flags }: Arguments, name: string): string | undefined => {
  const value = flags[name]
  return typeof value === 'string' ? value : undefined
}
