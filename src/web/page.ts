import type { ComponentType } from 'react'
import type { Label } from '#kernel/values/labels.ts'
import type { MenuGroupId } from './frame/menu-groups.ts'

/** Where a page stands in the menu. A page without it is reached from others only. */
export type Navigation = {
  readonly title: Label
  readonly group: MenuGroupId
  /** The page is offered to holders of this permission; without it to everyone signed in. */
  readonly permission?: string
  readonly order: number
  /** A list query whose total is the open work, shown behind the title. */
  readonly count?: { readonly query: `${string}.${string}`; readonly input?: Readonly<Record<string, unknown>> }
  /** The second key after `G`, such as `A` for cases. */
  readonly key?: string
}

/** A page that a room contributes: `export const pages: readonly PageDeclaration[]` in its `ui/index.ts`. */
export type PageDeclaration = {
  /** `/cases` or `/cases/$caseId`. */
  readonly path: `/${string}`
  readonly navigation?: Navigation
  readonly load: () => Promise<ComponentType>
}
