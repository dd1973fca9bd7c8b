import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { z } from 'zod'

const Notice = z.object({ topics: z.array(z.string()), seq: z.coerce.number().optional() })

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

/** A query is asked again when a fact concerns its room, or when it gathers from all rooms. */
const gathering = new Set(['desk', 'search', 'audit', 'indicators', 'supervision'])
const concerns = (queryName: unknown, rooms: ReadonlySet<string>): boolean => {
  const room = String(queryName).split('.')[0] ?? ''
  return rooms.has(room) || gathering.has(room)
}

/** Keeps the screens true while others work. Returns how to stop. */
export function listen(client: QueryClient): () => void {
  const rooms = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const source = new EventSource('/api/live')
  source.addEventListener('open', () => settle({ online: true, heardAt: Date.now() }))
  source.addEventListener('error', () => settle({ ...link, online: false }))
  source.addEventListener('message', ({ data }) => {
    settle({ online: true, heardAt: Date.now() })
    const notice = Notice.safeParse(readJson(data))
    if (!notice.success) return
    for (const topic of notice.data.topics) rooms.add(topic.split(':')[0] ?? '')
    // An import tells of thousands of facts; the screens follow once they pause.
    timer ??= setTimeout(() => {
      const concerned = new Set(rooms)
      rooms.clear()
      timer = undefined
      void client.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey[0], concerned) })
    }, 400)
  })
  return () => {
    source.close()
    clearTimeout(timer)
  }
}

function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}
