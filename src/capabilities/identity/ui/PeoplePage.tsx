import { Suspense } from 'react'
import { z } from 'zod'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { labels } from './labels.ts'
import { PeopleList } from './PeopleList.tsx'
import { PostChart } from './PostChart.tsx'
import { RoleTable } from './RoleTable.tsx'
import { SessionList } from './SessionList.tsx'
import { TeamTable } from './TeamTable.tsx'

const views = ['people', 'posts', 'teams', 'roles', 'sessions'] as const
type View = (typeof views)[number]
const PageSearch = z.object({ view: z.enum(views).default('people').catch('people') })

/** U49: the system administrator makes persons, the security administrator gives posts and rights. */
export function PeoplePage() {
  const t = useLabels(labels)
  const [{ view }, change] = usePageSearch(PageSearch)
  const setView = (next: View) => change({ view: next })
  const tabs = (
    <Tabs
      label={t.views}
      chosen={view}
      onChoose={(id) => setView(views.find((each) => each === id) ?? 'people')}
      tabs={views.map((id) => ({ id, title: t[id] }))}
    />
  )
  if (view === 'people') return <PeopleList tabs={tabs} />
  if (view === 'sessions') {
    return (
      <>
        <PageHead title={t.title} />
        <SessionList tabs={tabs} input={{}} />
      </>
    )
  }
  return (
    <>
      <PageHead title={t.title} />
      {tabs}
      <div role="region" aria-label={t[view]} tabIndex={0} style={{ overflow: 'auto', minHeight: 0 }}>
        <PanelBoundary what={t[view]}>
          <Suspense fallback={<LoadingState lines={12} />}>
            {view === 'posts' && <PostChart />}
            {view === 'teams' && <TeamTable />}
            {view === 'roles' && <RoleTable />}
          </Suspense>
        </PanelBoundary>
      </div>
    </>
  )
}
