import { EllipsisOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { z } from 'zod'
import { call } from '../http.ts'
import { shellLabels } from '../labels.ts'
import { useLabels, useText } from '../language.ts'
import { useSession } from '../session.ts'
import { menuGroups } from './menu-groups.ts'
import { entryAt, splitMenu, type MenuEntry, type MenuItem } from './menu.ts'
import { MenuIcon } from './MenuIcon.tsx'

/** What the person's posts live on, at most seven items; the rest of what may be opened unfolds under 更多. */
export function Menu({ items }: { readonly items: readonly MenuItem[] }) {
  const t = useLabels(shellLabels)
  const { pathname } = useLocation()
  const here = entryAt(items, pathname)
  const { main, more } = splitMenu(items, useRoles())
  const [opened, setOpened] = useState(false)
  const inMore = more.some(({ group }) => group === here?.navigation.group)
  const unfolded = opened || inMore
  return (
    <nav className="dx-menu" aria-label={t.mainMenu}>
      {main.map((item) => (
        <Group key={item.group} item={item} here={here} />
      ))}
      {more.length > 0 && (
        <div>
          <button type="button" className="dx-menu-more" aria-expanded={unfolded} onClick={() => setOpened(!unfolded)}>
            <EllipsisOutlined aria-hidden />
            {t.more}
          </button>
        </div>
      )}
      {unfolded && more.map((item) => <Group key={item.group} item={item} here={here} />)}
    </nav>
  )
}

/** The roles of the posts this session works in: of the one chosen, else of all. */
function useRoles(): readonly string[] {
  const { posts, post } = useSession()
  return [...new Set(posts.filter(({ id }) => post === null || id === post).map(({ role }) => role))]
}

type GroupProps = { readonly item: MenuItem; readonly here: MenuEntry | undefined }

/** The second level stands beneath an open group; in the folded menu it flies out beside the group under hand or key. */
function Group({ item: { group, path, entries }, here }: GroupProps) {
  const text = useText()
  const [shown, show] = useState(false)
  const [first, ...others] = entries
  const open = here?.navigation.group === group
  const { title, short } = menuGroups[group]
  return (
    <div
      onMouseEnter={() => show(true)}
      onMouseLeave={() => show(false)}
      onFocus={({ target }) => target.matches(':focus-visible') && show(true)}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && show(false)}
      onClick={() => show(false)}
      onKeyDown={(event) => (event.key === 'Escape' ? show(false) : stepInside(event))}
    >
      <Link
        to={path}
        title={text(title)}
        className={open ? 'dx-on' : ''}
        aria-current={here === first ? 'page' : undefined}
      >
        <MenuIcon group={group} />
        <span className="dx-word">{text(title)}</span>
        <span className="dx-short" aria-hidden>
          {text(short)}
        </span>
        {first && <Count entry={first} />}
      </Link>
      {(open || shown) && first && others.length > 0 && (
        <div className={`dx-sub ${open ? 'dx-open' : ''} ${shown ? 'dx-shown' : ''}`}>
          <b aria-hidden>{text(title)}</b>
          {[first, ...others].map((entry) => (
            <Link
              key={entry.path}
              to={entry.path}
              tabIndex={open ? undefined : -1}
              aria-current={entry === here ? 'page' : undefined}
            >
              {text(entry.navigation.title)}
              <Count entry={entry} />
            </Link>
          ))}
        </div>
      )}
    </div>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Tab goes from group to group, the arrows through the pages of one. */
function stepInside(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key] ?? 0
  const links = [...event.currentTarget.querySelectorAll('a')].filter((link) => link.getClientRects().length > 0)
  const next = links[links.findIndex((link) => link === document.activeElement) + step]
  if (step === 0 || !next) return
  event.preventDefault()
  event.stopPropagation()
  next.focus()
}

const Total = z.object({ total: z.number() })

function Count({ entry: { navigation } }: { readonly entry: MenuEntry }) {
  const { count } = navigation
  const { data } = useQuery({
    queryKey: [count?.query, count?.input ?? {}, 'count'],
    enabled: count !== undefined,
    queryFn: async ({ signal }) => {
      const input = JSON.stringify(count?.input ?? {})
      return Total.parse(
        await call(`/api/queries/${count?.query}?${new URLSearchParams({ input, total: '1', limit: '1' })}`, {
          signal,
        }),
      )
    },
  })
  return data ? <span className="dx-count">{data.total}</span> : null
}
