import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { preferences } from '../preferences.ts'
import { Keyboard, type Binding, type KeyGroup } from './keyboard.ts'

const KeyboardContext = createContext<Keyboard | undefined>(undefined)

export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [keyboard] = useState(() => new Keyboard())
  useEffect(() => {
    const press = (event: KeyboardEvent) => keyboard.press(event, preferences().singleKeys)
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keyboard])
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>
}

export function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext)
  if (!keyboard) throw new Error('keys outside the keyboard provider')
  return keyboard
}

type Options = { readonly active?: boolean; readonly exclusive?: boolean }

/** Binds keys while the component is on screen; they show in the keyboard map under `?` by themselves. */
export function useKeys(
  group: KeyGroup,
  bindings: readonly Binding[],
  { active = true, exclusive = false }: Options = {},
): void {
  const keyboard = useKeyboard()
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const names = bindings.map(({ keys }) => keys).join('|')
  useEffect(() => {
    if (!active) return undefined
    const steady = latest.current.map(({ keys, title, inFields = false }) => ({
      keys,
      title,
      inFields,
      run: (event: KeyboardEvent) => latest.current.find((binding) => binding.keys === keys)?.run(event),
    }))
    return keyboard.add({ group, bindings: steady, exclusive })
  }, [keyboard, group, names, active, exclusive])
}
