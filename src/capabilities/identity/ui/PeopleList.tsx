import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { QueryChips } from '#web/components/QueryChips.tsx'
import type { Condition, QueryField } from '#web/components/query-text.ts'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { momentText } from '#web/time.ts'
import type { PersonRow } from '../contract.ts'
import { people } from './api.ts'
import { labels } from './labels.ts'
import { NewPerson } from './NewPerson.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'

const states: Readonly<Record<PersonRow['state'], { readonly tone: TagTone; readonly word: string }>> = {
  active: { tone: 'ok', word: '在职' },
  proposed: { tone: 'dotted', word: '导入提出' },
  left: { tone: 'neutral', word: '已停用' },
}
const fields: readonly QueryField[] = [
  { id: 'name', title: '姓名', operators: [':'] },
  {
    id: 'state',
    title: '状态',
    operators: [':'],
    options: Object.entries(states).map(([value, { word }]) => ({ value, title: word })),
  },
]

const columns: readonly Column<PersonRow>[] = [
  { id: 'name', title: label('姓名', 'Name'), width: 112, sort: 'name', cell: ({ name }) => <b>{name}</b> },
  { id: 'login', title: label('用户名', 'User name'), width: 128, cell: ({ loginName }) => loginName ?? '—' },
  {
    id: 'state',
    title: label('状态', 'State'),
    width: 168,
    cell: ({ state, lockedUntil }) => (
      <>
        <StatusTag tone={states[state].tone}>{states[state].word}</StatusTag>
        {lockedUntil !== null && <StatusTag tone="fault">锁定至 {momentText(lockedUntil).slice(11)}</StatusTag>}
      </>
    ),
  },
  { id: 'posts', title: label('岗位', 'Posts'), cell: ({ posts }) => posts || '—' },
  { id: 'teams', title: label('团队', 'Teams'), width: 128, cell: ({ teams }) => teams || '—' },
  {
    id: 'factor',
    title: label('动态口令', 'Second factor'),
    width: 96,
    cell: ({ secondFactor }) => (secondFactor ? '已绑定' : '未绑定'),
  },
  {
    id: 'last',
    title: label('上次登录', 'Last sign-in'),
    width: 152,
    cell: ({ lastSignIn }) => (lastSignIn === null ? '—' : momentText(lastSignIn)),
  },
]

/** Everyone in the register; those an import proposed wait here for the system administrator. */
export function PeopleList({ tabs }: { readonly tabs: ReactNode }) {
  const t = useLabels(labels)
  const may = useMay()
  const [conditions, setConditions] = useState<readonly Condition[]>([])
  const valueOf = (id: string) => conditions.findLast(({ field }) => field === id)?.value
  const name = valueOf('name')
  const state = (['active', 'proposed', 'left'] as const).find((each) => each === valueOf('state'))
  const list = useList(people, { ...(name !== undefined && { name }), ...(state !== undefined && { state }) })
  return (
    <>
      <PageHead
        title={t.title}
        count={list.totals && `${list.totals.total.toLocaleString('en')}人`}
        actions={
          <>
            <ListTools list={list} title={t.export} />
            {may('identity.manage-people') && <NewPerson />}
          </>
        }
      >
        <QueryChips fields={fields} conditions={conditions} onChange={setConditions} example="状态:导入提出" />
      </PageHead>
      <DataList
        list={list}
        caption={t.people}
        tabs={tabs}
        columns={columns}
        rowKey={({ staffId }) => staffId}
        unit={label('人', 'people')}
        drawer={(staffId, place) => <PersonDrawer staffId={staffId} place={place} />}
        empty={<EmptyState title={t.noPeople} act={<Button onClick={() => setConditions([])}>{t.clear}</Button>} />}
      />
    </>
  )
}
