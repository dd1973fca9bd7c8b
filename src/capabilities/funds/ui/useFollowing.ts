import { useEffect, useRef } from 'react'

type Followed = {
  /** Keys of the rows in hand, in their order. */
  readonly keys: readonly string[]
  readonly pending: boolean
  readonly opened: string | null
  readonly open: (key: string | null) => void
  /** One record is always open, from the start. */
  readonly always?: boolean
}

/** When the open record leaves its list, because it was dealt with, the one that took its place is opened. */
export function useFollowing({ keys, pending, opened, open, always = false }: Followed): void {
  const last = useRef<{ readonly key: string; readonly index: number }>(undefined)
  useEffect(() => {
    const index = opened === null ? -1 : keys.indexOf(opened)
    if (opened !== null && index >= 0) last.current = { key: opened, index }
    else if ((opened === null && always) || (opened !== null && last.current?.key === opened)) {
      const next = keys[Math.min(last.current?.index ?? 0, keys.length - 1)]
      if (next !== undefined) open(next)
      else if (!pending && opened !== null) open(null)
    }
  }, [keys, pending, opened, open, always])
}
