import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react'

const Announce = createContext<(text: string) => void>(() => {})

/** `announce('已认领 52,000.00 元')`: shown for a moment and read out politely. */
export const useAnnounce = () => useContext(Announce)

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const announce = useCallback((next: string) => {
    clearTimeout(timer.current)
    setText(next)
    timer.current = setTimeout(() => setText(''), 5000)
  }, [])
  return (
    <Announce value={announce}>
      {children}
      <div role="status" aria-live="polite" className={text ? 'dx-toast' : 'dx-hidden'}>
        {text}
      </div>
    </Announce>
  )
}
