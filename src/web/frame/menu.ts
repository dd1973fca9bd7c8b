import type { Navigation, PageDeclaration } from '../page.ts'
import { menuGroups, menuOfRole, type MenuGroupId } from './menu-groups.ts'

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

export type SplitMenu = { readonly main: readonly MenuItem[]; readonly more: readonly MenuItem[] }

const most = 7

/**
 * The menu of somebody with these roles: what his posts live on, and the rest under 更多. Several posts are taken in
 * turn, first items first, so that each has its own in sight.
 */
export function splitMenu(menu: readonly MenuItem[], roles: readonly string[]): SplitMenu {
  if (menu.length <= most) return { main: menu, more: [] }
  const wanted = roles.map((role) => menuOfRole[role] ?? menu.map(({ group }) => group))
  const inTurn = Array.from({ length: most }, (_, turn) => wanted.flatMap((groups) => groups[turn] ?? [])).flat()
  const offered = new Set(menu.map(({ group }) => group))
  const ranked = [...new Set([...inTurn, ...offered])].filter((group) => offered.has(group))
  const main = new Set(ranked.slice(0, most))
  const shown = menu.filter(({ group }) => main.has(group))
  return {
    main: roles.length === 1 ? shown.toSorted((a, b) => ranked.indexOf(a.group) - ranked.indexOf(b.group)) : shown,
    more: menu.filter(({ group }) => !main.has(group)),
  }
}
