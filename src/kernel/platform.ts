import type { Cipher } from './crypto/cipher.ts'
import type { Tx } from './database/transaction.ts'
import type { Pool } from './database/connect.ts'
import type { Registry } from './registry.ts'

/** The machine's clock, handed in so that a test can hold it still. */
export type Clock = () => Temporal.Instant

/** What the process has, made once by `app` and passed down. */
export type Platform = {
  readonly pool: Pool
  readonly url: string
  readonly registry: Registry
  readonly cipher: Cipher
  readonly clock: Clock
  readonly dataDir: string
  /** The court's own licensed fonts, looked into first when papers are printed. */
  readonly courtFontDir?: string
  readonly log: Log
  /**
   * Whether a rule may refuse: its text was read, or the court has confirmed it. A rule that may not only warns.
   * Without it every rule is firm.
   */
  readonly mayRefuse?: (tx: Tx, rule: string) => Promise<boolean>
}

export type Log = {
  readonly info: (fields: Record<string, unknown>, text: string) => void
  readonly error: (fields: Record<string, unknown>, text: string) => void
}

export const silentLog: Log = { info: () => {}, error: () => {} }
