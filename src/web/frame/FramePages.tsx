import { Link } from '@tanstack/react-router'
import { createContext, useContext, type ReactNode } from 'react'
import type { PageDeclaration } from '../page.ts'
import { useSession } from '../session.ts'

const Pages = createContext<readonly PageDeclaration[]>([])
export const PagesProvider = Pages.Provider
export const usePages = (): readonly PageDeclaration[] => useContext(Pages)

/** Whether this person has such a page. */
export function useHasPage(path: string): boolean {
  const { permissions } = useSession()
  return usePages().some(
    (page) => page.path === path && (!page.navigation?.permission || permissions.includes(page.navigation.permission)),
  )
}

/** A link where the page exists, its words alone where it does not. */
export function LinkIfAny({
  to,
  className,
  children,
}: {
  readonly to: string
  readonly className: string
  readonly children: ReactNode
}) {
  return useHasPage(to) ? (
    <Link to={to} className={className}>
      {children}
    </Link>
  ) : (
    <span className={className}>{children}</span>
  )
}
