import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { totalsOptions } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { type Column, useShownColumns } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ColumnChooser, ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import type { ContradictionRow } from '../contract.ts'
import { contradictionList } from './api.ts'
import { labels as words } from './cells.tsx'

type Row = z.output<typeof ContradictionRow>

const labels = {
  title: label('台账核对', 'Contradictions'),
  unit: label('处', 'places'),
  none: label('台账之间没有矛盾', 'The ledgers agree'),
  kind: label('台账', 'Ledger'),
  caseNumber: label('案号', 'Case number'),
  on: label('日期', 'Day'),
  text: label('问题', 'What does not agree'),
  state: label('性质', 'Kind'),
  handler: label('承办人', 'Handler'),
}

const views = [
  { id: 'all', title: label('全部', 'All'), filter: {} },
  { id: 'unlawful', title: words.unlawful, filter: { unlawful: true } },
  { id: 'doubtful', title: words.doubtful, filter: { unlawful: false } },
] as const

const columns: readonly Column<Row>[] = [
  { id: 'kind', title: labels.kind, width: 100, cell: ({ kind, href }) => <Link to={href}>{kind}</Link> },
  {
    id: 'case',
    title: labels.caseNumber,
    width: 196,
    cell: ({ caseNumber, caseId }) =>
      caseNumber === null ? (
        '—'
      ) : (
        <CaseNumber number={caseNumber} href={caseId === null ? undefined : `/cases/${caseId}`} />
      ),
  },
  { id: 'on', title: labels.on, width: 108, sort: '-on', cell: ({ on }) => on.toString() },
  {
    id: 'state',
    title: labels.state,
    width: 80,
    cell: ({ unlawful }) => (
      <StatusTag tone={unlawful ? 'fault' : 'outline'}>{(unlawful ? words.unlawful : words.doubtful).zh}</StatusTag>
    ),
  },
  { id: 'text', title: labels.text, cell: ({ text }) => <span title={text}>{text}</span> },
  { id: 'handler', title: labels.handler, width: 88, cell: ({ handlerName }) => handlerName ?? '—' },
]

const Search = z.object({ view: z.enum(['all', 'unlawful', 'doubtful']).default('all').catch('all') })

/** 台账核对: what the ledgers say against each other and against the law, each line opening its record. */
export function ContradictionsPage() {
  const t = useLabels(labels)
  const text = useText()
  const [search, change] = usePageSearch(Search)
  const view = views.find(({ id }) => id === search.view) ?? views[0]
  const list = useList(contradictionList, view.filter)
  const counts = useQueries({ queries: views.map(({ filter }) => totalsOptions(contradictionList, filter)) })
  const chosen = useShownColumns('registers.contradictions', columns)
  return (
    <>
      <PageHead
        title={t.title}
        count={list.totals && `${list.totals.total.toLocaleString('en')}${t.unit}`}
        actions={<ListTools list={list} />}
      />
      <DataList
        list={list}
        caption={t.title}
        tabs={
          <ViewTabs
            views={views.map(({ id, title }, index) => ({ id, title: text(title), count: counts[index]?.data?.total }))}
            chosen={view.id}
            onChoose={(id) => change({ view: views.find((one) => one.id === id)?.id ?? 'all' })}
            extra={<ColumnChooser columns={columns} {...chosen} />}
          />
        }
        columns={chosen.shown}
        rowKey={({ key }) => key}
        unit={labels.unit}
        href={({ href }) => href}
        empty={<EmptyState title={t.none} />}
      />
    </>
  )
}
