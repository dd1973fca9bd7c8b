import { createContext, lazy, Suspense, useCallback, useContext, useState, type ReactNode } from 'react'
import { OpenCommandProvider } from '#web/components/RemedyButton.tsx'

/** A command about to be given, with what is known of its input. */
export type Act = { readonly command: string; readonly input: Readonly<Record<string, unknown>> }

const ActDialog = lazy(() => import('./ActDialog.tsx'))
const Open = createContext<(act: Act) => void>(() => {})

/** `open({ command, input })` shows the command's form over the page. */
export const useOpenAct = () => useContext(Open)

type Props = {
  /** What every act on this page concerns: `{ caseId }`. */
  readonly known?: Readonly<Record<string, unknown>> | undefined
  /** An act to begin with, from the address. */
  readonly first?: Act | undefined
  readonly onClosed?: (() => void) | undefined
  readonly children: ReactNode
}

/** Lets buttons, menus and remedies below open the form of a command by its name. */
export function Acts({ known = {}, first, onClosed, children }: Props) {
  const [opened, setAct] = useState<Act>()
  // The address may name an act while the page is already open.
  const act = opened ?? first
  const open = useCallback((next: Act) => setAct({ ...next, input: { ...known, ...next.input } }), [known])
  const openByName = useCallback((command: string) => setAct({ command, input: known }), [known])
  const close = () => {
    setAct(undefined)
    onClosed?.()
  }
  return (
    <Open value={open}>
      <OpenCommandProvider value={openByName}>
        {children}
        {act && (
          <Suspense>
            <ActDialog key={`${act.command} ${JSON.stringify(act.input)}`} act={act} onClose={close} />
          </Suspense>
        )}
      </OpenCommandProvider>
    </Open>
  )
}
