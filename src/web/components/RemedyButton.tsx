import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { createContext, useContext } from 'react'
import type { Remedy } from '../problem.ts'

/** Opens the form of a command by its name; a page that offers remedies by command provides it. */
export type Opener = (command: string) => void
const OpenCommand = createContext<Opener | undefined>(undefined)
export const OpenCommandProvider = OpenCommand.Provider
export const useOpenCommand = (): Opener | undefined => useContext(OpenCommand)

/** The button that repairs what a refusal found. A command is opened by the page around it. */
export function RemedyButton({ remedy: { title, href, command } }: { readonly remedy: Remedy }) {
  const open = useOpenCommand()
  if (href)
    return (
      <Link to={href}>
        <Button size="small" tabIndex={-1}>
          {title}
        </Button>
      </Link>
    )
  if (command && open)
    return (
      <Button size="small" onClick={() => open(command)}>
        {title}
      </Button>
    )
  return <span className="dx-t2">{title}</span>
}
