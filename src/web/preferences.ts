import { useSyncExternalStore } from 'react'
import type { Language } from '#kernel/values/labels.ts'

export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type Density = 'compact' | 'standard' | 'loose'

/** What one person likes, kept in this browser. Nothing here changes what is allowed or counted. */
export type Preferences = {
  readonly theme: Theme
  readonly density: Density
  readonly language: Language
  /** Keys without Ctrl or Alt; can be switched off (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** `null` folds the menu by the width of the window. */
  readonly menuFolded: boolean | null
}

const place = 'duixian.preferences'
const plain: Preferences = {
  theme: 'system',
  density: 'standard',
  language: 'zh',
  singleKeys: true,
  menuFolded: null,
}

let current = read()
const listeners = new Set<() => void>()

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return typeof kept === 'object' ? { ...plain, ...kept } : plain
  } catch {
    return plain
  }
}

export const preferences = (): Preferences => current

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(place, JSON.stringify(current))
  } catch {
    // A browser that keeps nothing still follows the choice until it is closed.
  }
  for (const heard of listeners) heard()
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)

function subscribe(heard: () => void): () => void {
  listeners.add(heard)
  return () => listeners.delete(heard)
}
