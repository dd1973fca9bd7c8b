import { useState } from 'react'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { labels } from './labels.ts'
import { NewPerson } from './NewPerson.tsx'
import { PeopleList } from './PeopleList.tsx'
import { PostChart } from './PostChart.tsx'
import { RoleTable } from './RoleTable.tsx'
import { SessionList } from './SessionList.tsx'

const views = ['people', 'posts', 'roles', 'sessions'] as const
type View = (typeof views)[number]

/** U49: the system administrator makes persons, the security administrator gives posts and rights. */
export function PeoplePage() {
  const t = useLabels(labels)
  const may = useMay()
  const [view, setView] = useState<View>('people')
  const tabs = (
    <Tabs
      label={t.views}
      chosen={view}
      onChoose={(id) => setView(views.find((each) => each === id) ?? 'people')}
      tabs={views.map((id) => ({ id, title: t[id] }))}
    />
  )
  return (
    <>
      <PageHead
        title={t.title}
        actions={may('identity.manage-people') && view === 'people' ? <NewPerson /> : undefined}
      />
      {view === 'people' && <PeopleList tabs={tabs} />}
      {view === 'sessions' && <SessionList tabs={tabs} input={{}} />}
      {view === 'posts' && (
        <>
          {tabs}
          <Panel title={t.posts} lines={12} scrolls>
            <PostChart />
          </Panel>
        </>
      )}
      {view === 'roles' && (
        <>
          {tabs}
          <Panel title={t.roles} lines={12} scrolls>
            <RoleTable />
          </Panel>
        </>
      )}
    </>
  )
}
