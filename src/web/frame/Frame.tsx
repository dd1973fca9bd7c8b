import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { label } from '#kernel/values/labels.ts'
import { PanelBoundary } from '../components/PanelBoundary.tsx'
import { LoadingState } from '../components/LoadingState.tsx'
import type { Layer } from '../keys/keyboard.ts'
import { useKeyboard, useKeys } from '../keys/useKeys.tsx'
import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import { listen } from '../live.ts'
import { usePreferences } from '../preferences.ts'
import { useSession } from '../session.ts'
import { FootBar } from './FootBar.tsx'
import { usePages } from './FramePages.tsx'
import { Menu } from './Menu.tsx'
import { menuFor } from './menu.ts'
import { ProveAgain } from './ProveAgain.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { TopBar } from './TopBar.tsx'
import './frame.css'
import './phone.css'

const Palette = lazy(() => import('./Palette.tsx'))
const KeySheet = lazy(() => import('../keys/KeySheet.tsx'))

/** The frame of every page inside: bar, menu, page, foot; search and keyboard map over them. */
export function Frame() {
  const t = useLabels(shellLabels)
  const keyboard = useKeyboard()
  const { permissions } = useSession()
  const items = menuFor(usePages(), permissions)
  const folded = useFolded()
  const [finding, setFinding] = useState(false)
  const [sheet, setSheet] = useState<readonly Layer[]>()
  const client = useQueryClient()
  // Where the page on screen belongs, not where the reader is on his way to.
  const place = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href })
  useEffect(() => listen(client), [client])

  const showKeys = () => setSheet([...keyboard.layers()])
  useKeys('anywhere', [
    { keys: 'mod+k', title: label('搜索', 'Search'), run: () => setFinding(true) },
    { keys: '?', title: label('键位表', 'Keyboard map'), run: showKeys },
    { keys: 'mod+p', title: label('打印', 'Print'), run: () => window.print() },
    { keys: 'mod+enter', title: label('本页主按钮', 'The page’s filled button'), run: pressFilled },
    ...useGoKeys(items.flatMap(({ entries }) => entries)),
  ])

  return (
    <div className={`dx-frame ${folded ? 'dx-folded' : ''}`}>
      <a className="dx-skip" href="#main">
        {t.skip}
      </a>
      <TopBar onFind={() => setFinding(true)} onHelp={showKeys} />
      <Menu items={items} />
      <main className="dx-page" id="main" tabIndex={-1}>
        <PanelBoundary place={place}>
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </PanelBoundary>
      </main>
      <FootBar onKeys={showKeys} />
      <SignInAgain />
      <ProveAgain />
      <Suspense>
        {finding && <Palette onClose={() => setFinding(false)} />}
        {sheet && <KeySheet layers={sheet} onClose={() => setSheet(undefined)} />}
      </Suspense>
    </div>
  )
}

/** A page has one filled button; a form that is open has taken the key before. */
function pressFilled(): void {
  document.querySelector<HTMLElement>('#main .ant-btn-primary:not(:disabled)')?.click()
}

function useGoKeys(entries: ReturnType<typeof menuFor>[number]['entries']) {
  const navigate = useNavigate()
  return entries.flatMap(({ path, navigation: { key, title } }) =>
    key ? [{ keys: `g ${key.toLowerCase()}`, title, run: () => void navigate({ to: path }) }] : [],
  )
}

const narrow = () => matchMedia('(max-width: 1439px)')

/** Folds by itself below 1440, unless the person has said otherwise. */
function useFolded(): boolean {
  const { menuFolded } = usePreferences()
  const isNarrow = useSyncExternalStore(
    (changed) => {
      const query = narrow()
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => narrow().matches,
  )
  return menuFolded ?? isNarrow
}
