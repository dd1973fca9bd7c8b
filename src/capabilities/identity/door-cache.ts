import type { SessionActor } from './session-actor.ts'

type Entry = { readonly actor: SessionActor; readonly until: number }

/**
 * Remembers who a token belongs to for a few seconds. What ends or changes a session calls `distrust`: until every
 * answer read before the change has run out, this process asks the database each time; other processes lag by at most
 * one lifetime.
 */
export function doorCache({ lifetimeMillis, largest }: { readonly lifetimeMillis: number; readonly largest: number }) {
  const entries = new Map<string, Entry>()
  const distrusted = new Map<string, number>()
  const everyone = '*'
  const isDistrusted = (staffId: string, now: number): boolean =>
    Math.max(distrusted.get(staffId) ?? 0, distrusted.get(everyone) ?? 0) > now
  return {
    get: (key: string, now: number): SessionActor | undefined => {
      const entry = entries.get(key)
      return entry && entry.until > now && !isDistrusted(entry.actor.id, now) ? entry.actor : undefined
    },
    put: (key: string, actor: SessionActor, now: number): void => {
      if (isDistrusted(actor.id, now)) return
      if (entries.size >= largest) entries.clear()
      entries.set(key, { actor, until: now + lifetimeMillis })
    },
    distrust: (staffId: string | 'everyone', now: number): void => {
      for (const [id, until] of distrusted) if (until <= now) distrusted.delete(id)
      distrusted.set(staffId === 'everyone' ? everyone : staffId, now + lifetimeMillis)
    },
  }
}
