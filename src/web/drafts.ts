import type { z } from 'zod'

const place = 'duixian.draft '

/** What is typed and not done yet, kept in this tab until the act is done, the person signs out or the tab is closed. */
export function keepDraft(key: string, value: unknown): boolean {
  try {
    sessionStorage.setItem(place + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** A draft as it was kept; what an older page kept in another shape is none. */
export function draftOf<Kept extends z.ZodType>(key: string, schema: Kept): z.output<Kept> | undefined {
  try {
    const read = schema.safeParse(JSON.parse(sessionStorage.getItem(place + key) ?? 'null'))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(place + key)
}

/** The next person at this desk finds nothing. */
export function dropDrafts(): void {
  const kept = Object.keys(sessionStorage).filter((key) => key.startsWith(place))
  for (const key of kept) sessionStorage.removeItem(key)
}
