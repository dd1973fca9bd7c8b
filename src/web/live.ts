import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** How the live link stands. After a minute without it what is on screen counts as stale. */
export type Link = { readonly online: boolean; readonly heardAt: number }

let link: Link = { online: true, heardAt: Date.now() }
const listeners = new Set<() => void>()
const settle = (next: Link): void => {
  link = next
  for (const heard of listeners) heard()
}

export const useLink = (): Link =>
  useSyncExternalStore(
    (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    () => link,
  )

/** Everything asked of a room is asked again: what a fact concerns is known to the server, not to the screens. */
const isAsked = ({ queryKey: [name] }: { readonly queryKey: readonly unknown[] }): boolean =>
  typeof name === 'string' && name.includes('.') && !name.startsWith('search.')

/** An import tells of thousands of facts; the screens follow once a second. */
const pause = 1000

/** Keeps what is on screen true while others work. Returns how to stop. */
export function listen(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const source = new EventSource('/api/live')
  source.addEventListener('open', () => settle({ online: true, heardAt: Date.now() }))
  source.addEventListener('error', () => settle({ ...link, online: false }))
  source.addEventListener('message', () => {
    settle({ online: true, heardAt: Date.now() })
    timer ??= setTimeout(() => {
      timer = undefined
      void client.invalidateQueries({ predicate: isAsked })
    }, pause)
  })
  return () => {
    source.close()
    clearTimeout(timer)
  }
}
