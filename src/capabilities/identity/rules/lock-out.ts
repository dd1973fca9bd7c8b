/** Wrong tries in a row after which a login name is shut, and for how long. */
export const lockAfter = 5
export const lockMinutes = 15

export type Attempts = { readonly failed: number; readonly lockedUntil: Temporal.Instant | null }

/** The count after one more wrong try. A lock that has run out begins a new count. */
export function afterWrongTry(before: Attempts, now: Temporal.Instant): Attempts {
  const over = before.lockedUntil !== null && Temporal.Instant.compare(before.lockedUntil, now) <= 0
  const failed = over ? 1 : before.failed + 1
  return { failed, lockedUntil: failed >= lockAfter ? now.add({ minutes: lockMinutes }) : null }
}
