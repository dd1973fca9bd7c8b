import type { Navigation, PageDeclaration } from '../page.ts'
import { menuGroups, type MenuGroupId } from './menu-groups.ts'

export type MenuEntry = { readonly path: string; readonly navigation: Navigation }
export type MenuItem = { readonly group: MenuGroupId; readonly path: string; readonly entries: readonly MenuEntry[] }

/** The menu of somebody with these permissions: groups in their order, pages in theirs, nothing he may not open. */
export function menuFor(pages: readonly PageDeclaration[], permissions: readonly string[]): readonly MenuItem[] {
  const entries = pages
    .flatMap(({ path, navigation }) => (navigation ? [{ path, navigation }] : []))
    .filter(({ navigation: { permission } }) => permission === undefined || permissions.includes(permission))
    .sort((a, b) => a.navigation.order - b.navigation.order)
  const ids = [...new Set(entries.map(({ navigation }) => navigation.group))]
  return ids
    .sort((a, b) => menuGroups[a].order - menuGroups[b].order)
    .flatMap((group) => {
      const own = entries.filter(({ navigation }) => navigation.group === group)
      const [first] = own
      return first ? [{ group, path: first.path, entries: own }] : []
    })
}

/** The entry whose address is the longest beginning of where the reader is. */
export function entryAt(menu: readonly MenuItem[], pathname: string): MenuEntry | undefined {
  return menu
    .flatMap(({ entries }) => entries)
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
}
