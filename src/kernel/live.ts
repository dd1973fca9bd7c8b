import { listen } from './database/listen.ts'

export type LiveMessage = { readonly court: string; readonly topics: readonly string[] }
export type Listener = (message: LiveMessage) => void

/** One LISTEN connection for the process; screens and workers subscribe to it. */
export type Live = {
  readonly subscribe: (listener: Listener) => () => void
  readonly close: () => Promise<void>
}

/** Hears every commit of every process on this database. */
export async function listenLive(url: string): Promise<Live> {
  const listeners = new Set<Listener>()
  const { close } = await listen(url, 'duixian_live', (payload) => {
    const message = JSON.parse(payload) as LiveMessage
    for (const listener of listeners) listener(message)
  })
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
  }
}
