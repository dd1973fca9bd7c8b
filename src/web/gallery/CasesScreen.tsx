import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { FenText } from '#kernel/values/wire.ts'
import { listContract } from '../api.ts'
import { CaseNumber } from '../components/CaseNumber.tsx'
import type { Column } from '../components/columns.ts'
import { useShownColumns } from '../components/columns.ts'
import { DataList } from '../components/DataList.tsx'
import { DeadlineChip } from '../components/DeadlineChip.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ColumnChooser, ListTools } from '../components/ListTools.tsx'
import { Money } from '../components/Money.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { PartyPair } from '../components/PartyName.tsx'
import { QueryChips } from '../components/QueryChips.tsx'
import type { Condition, QueryField } from '../components/query-text.ts'
import { StageMark } from '../components/StatusTag.tsx'
import { useList } from '../components/useList.ts'
import { useSavedViews } from '../components/useSavedViews.ts'
import { ViewTabs } from '../components/ViewTabs.tsx'
import { CaseDrawer } from './CaseDrawer.tsx'

const CaseRow = z.object({
  caseId: z.string(),
  number: z.string(),
  applicant: z.string(),
  debtor: z.string(),
  claimed: FenText,
  recovered: FenText,
  filled: z.number(),
  stage: z.string(),
  hold: z.boolean(),
  next: z.string(),
  clockState: z.enum(['far', 'due', 'urgent', 'overdue', 'paused', 'met']),
  daysLeft: z.number(),
  days: z.number(),
})
export type CaseRow = z.output<typeof CaseRow>
const caseList = listContract({ name: 'cases.list', input: z.object({ view: z.string() }), row: CaseRow })

const fields: readonly QueryField[] = [
  { id: 'claimed', title: '标的', operators: ['>', '<', '>=', '<='] },
  { id: 'handler', title: '承办', operators: [':'] },
  {
    id: 'state',
    title: '状态',
    operators: [':'],
    options: [
      { value: 'open', title: '在办' },
      { value: 'closed', title: '已结' },
    ],
  },
]
const views = [
  { id: 'mine', title: '我的在办', count: 96 },
  { id: 'today', title: '今日到期', count: 1 },
  { id: 'overdue', title: '超期', count: 0 },
  { id: 'unpaid', title: '有款未发', count: 4 },
  { id: 'still', title: '三十日无动作', count: 7 },
  { id: 'pool', title: '终本满三个月', count: 12 },
]
const columns: readonly Column<CaseRow>[] = [
  {
    id: 'number',
    title: label('案号', 'Case'),
    width: 184,
    sort: 'number',
    cell: ({ number, caseId }) => <CaseNumber number={number} href={`/cases/${caseId}`} />,
  },
  {
    id: 'parties',
    title: label('当事人', 'Parties'),
    width: 208,
    cell: ({ applicant, debtor }) => <PartyPair applicants={[applicant]} debtors={[debtor]} />,
  },
  {
    id: 'claimed',
    title: label('标的(元)', 'Claimed'),
    width: 118,
    right: true,
    sum: 'claimed',
    cell: ({ claimed }) => <Money amount={claimed} />,
  },
  {
    id: 'recovered',
    title: label('到位(元)', 'Recovered'),
    width: 112,
    right: true,
    sum: 'recovered',
    cell: ({ recovered }) => <Money amount={recovered} />,
  },
  {
    id: 'stage',
    title: label('阶段', 'Stage'),
    width: 132,
    cell: ({ filled, hold, stage }) => (
      <StageMark filled={filled} hold={hold}>
        {stage}
      </StageMark>
    ),
  },
  { id: 'next', title: label('下一步', 'Next'), cell: ({ next }) => next },
  {
    id: 'due',
    title: label('期限', 'Due'),
    width: 104,
    sort: 'due',
    cell: ({ clockState, daysLeft }) => <DeadlineChip clock={{ state: clockState, daysLeft }} />,
  },
  { id: 'days', title: label('在院(天)', 'Days'), width: 90, right: true, cell: ({ days }) => days },
]

export function CasesScreen() {
  const [view, setView] = useState('mine')
  const [conditions, setConditions] = useState<readonly Condition[]>([
    { field: 'handler', operator: ':', value: '王某' },
    { field: 'state', operator: ':', value: 'open' },
  ])
  const saved = useSavedViews('cases')
  const list = useList(caseList, { view }, { sort: 'due' })
  const chosen = useShownColumns('cases', columns)
  return (
    <>
      <PageHead
        title="案件"
        count={list.totals && `${list.totals.total.toLocaleString('en')}件`}
        actions={
          <>
            <ListTools list={list} />
            <Button>登记案件</Button>
          </>
        }
      >
        <QueryChips fields={fields} conditions={conditions} onChange={setConditions} example="标的>100000" />
      </PageHead>
      <DataList
        list={list}
        caption="我的在办案件"
        tabs={
          <ViewTabs
            views={[...views, ...saved.views]}
            chosen={view}
            onChoose={setView}
            onSave={() => saved.save(`视图${saved.views.length + 1}`, conditions)}
            extra={<ColumnChooser columns={columns} {...chosen} />}
          />
        }
        columns={chosen.shown}
        rowKey={({ caseId }) => caseId}
        unit={label('件', 'cases')}
        isOverdue={({ clockState }) => clockState === 'overdue'}
        href={({ caseId }) => `/cases/${caseId}`}
        bulk={[
          { title: label('发起查控', 'Search assets'), run: () => {} },
          { title: label('制作文书', 'Draft'), run: () => {} },
          { title: label('派网格任务', 'Send'), run: () => {} },
        ]}
        drawer={(key, place) => <CaseDrawer row={list.rows.find(({ caseId }) => caseId === key)} place={place} />}
        empty={
          <EmptyState
            title="没有符合条件的案件"
            next="正在筛选：承办 王某、超期。"
            act={<Button onClick={() => setConditions([])}>清除筛选</Button>}
          />
        }
      />
    </>
  )
}
