import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels, useText } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import type { z } from 'zod'
import type { CheckCode, HonestyCase, HonestyShown } from '../contract.ts'
import { honestyLabels } from '../labels.ts'
import { checkCases, checks } from './api.ts'
import { checkLabels } from './labels.ts'
import { PageSearch, useSpan } from './period.ts'
import { PeriodChooser } from './PeriodChooser.tsx'
import './indicators.css'

type Check = HonestyShown['checks'][number]
type Case = z.output<typeof HonestyCase>

/** 年终核查: lists that an inspector would ask about. None changes a figure. */
export function ChecksPage() {
  const t = useLabels(checkLabels)
  const text = useText()
  const [span, setSpan] = useSpan()
  const { data } = useSuspenseQuery(queryOptionsFor(checks, span))
  const [{ check: asked = 'early-termination' }] = usePageSearch(PageSearch)
  const [chosen, choose] = useState<CheckCode>(asked)
  const list = useList(checkCases, { ...span, check: chosen })
  const here = data.checks.find(({ check }) => check === chosen)
  const columns: readonly Column<Check>[] = [
    {
      id: 'check',
      title: checkLabels.check,
      cell: (row) => (
        <button type="button" className="dx-link ind-name" onClick={() => choose(row.check)}>
          {text(row.title)}
        </button>
      ),
    },
    {
      id: 'cases',
      title: checkLabels.cases,
      width: 96,
      right: true,
      cell: ({ cases }) => (cases === null ? <span className="dx-t3">—</span> : cases.toLocaleString('en')),
    },
    { id: 'beside', title: label('', ''), width: 260, cell: ({ beside }) => beside && text(beside) },
  ]
  return (
    <div className="ind-page">
      <PageHead title={t.title} actions={<ListTools list={list} />}>
        <PeriodChooser span={span} onChange={setSpan} />
        <span className="dx-t2">{t.why}</span>
      </PageHead>
      <span />
      <div className="ind-columns">
        <div className="ind-master">
          <span />
          <div className="dx-scroll">
            <PlainTable
              caption={t.title}
              columns={columns}
              rows={data.checks}
              rowKey={({ check }) => check}
              here={chosen}
              onOpen={({ check }) => choose(check)}
            />
          </div>
        </div>
        <div className="ind-detail">
          <p className="ind-definition dx-t2">{here && text(here.why)}</p>
          <DataList
            list={list}
            caption={here ? text(here.title) : t.title}
            columns={caseColumns}
            rowKey={({ caseId }) => caseId}
            href={({ caseId }) => `/cases/${caseId}`}
            unit={label('件', ' cases')}
            empty={<EmptyState title={t.none} />}
          />
        </div>
      </div>
    </div>
  )
}

const caseColumns: readonly Column<Case>[] = [
  {
    id: 'caseNumber',
    title: honestyLabels.caseNumber,
    width: 196,
    sort: 'caseNumber',
    cell: ({ caseNumber, caseId }) => <CaseNumber number={caseNumber} href={`/cases/${caseId}`} />,
  },
  { id: 'manner', title: honestyLabels.manner, width: 140, cell: ({ manner }) => manner ?? '—' },
  { id: 'filedOn', title: honestyLabels.filedOn, width: 104, sort: 'filedOn', cell: ({ filedOn }) => filedOn },
  { id: 'closedOn', title: honestyLabels.closedOn, width: 104, cell: ({ closedOn }) => closedOn ?? '—' },
  {
    id: 'outstandingFen',
    title: honestyLabels.outstandingFen,
    right: true,
    sort: '-outstandingFen',
    sum: 'outstandingFen',
    cell: ({ outstandingFen }) => <Money amount={BigInt(outstandingFen)} />,
  },
]
