import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { queryOptionsFor } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import type { Comparison } from '../contract.ts'
import { comparison } from './api.ts'
import { comparisonLabels, labels } from './labels.ts'
import { useSpan } from './period.ts'
import { PeriodChooser } from './PeriodChooser.tsx'
import './indicators.css'

type Line = Comparison['measures'][number]

/** U45 排名与对比: what is counted here and what others published, in columns of their own. A person is never ranked. */
export function ComparisonPage() {
  const t = useLabels(comparisonLabels)
  const [span, setSpan] = useSpan()
  const { data } = useSuspenseQuery(queryOptionsFor(comparison, span))
  return (
    <div className="ind-page">
      <PageHead title={t.title}>
        <PeriodChooser span={span} onChange={setSpan} />
      </PageHead>
      <span />
      {data.measures.length === 0 ? <Nothing /> : <Table data={data} />}
    </div>
  )
}

function Nothing() {
  const t = useLabels(comparisonLabels)
  const go = useGo()
  return (
    <EmptyState
      title={t.none}
      next={t.noneNext}
      act={<Button onClick={() => go('/import')}>{labels.import.zh}</Button>}
    />
  )
}

function Table({ data }: { readonly data: Comparison }) {
  const t = useLabels(comparisonLabels)
  const source = [data.publisher, data.source, data.publishedOn].filter(Boolean).join('，')
  const hollow = (value: string | null) =>
    value === null ? (
      <span className="dx-t3">—</span>
    ) : (
      <>
        <i className="dx-hollow" role="img" aria-label={source} title={source} /> {value}
      </>
    )
  const columns: readonly Column<Line>[] = [
    { id: 'measure', title: comparisonLabels.measure, cell: ({ measure }) => <b>{measure}</b> },
    {
      id: 'counted',
      title: comparisonLabels.counted,
      width: 128,
      right: true,
      cell: ({ counted }) => counted ?? <span className="dx-t3">—</span>,
    },
    {
      id: 'imported',
      title: comparisonLabels.imported,
      width: 128,
      right: true,
      cell: ({ imported }) => hollow(imported),
    },
    { id: 'city', title: comparisonLabels.city, width: 128, right: true, cell: ({ cityMean }) => hollow(cityMean) },
    {
      id: 'province',
      title: comparisonLabels.province,
      width: 128,
      right: true,
      cell: ({ provinceMean }) => hollow(provinceMean),
    },
    {
      id: 'better',
      title: comparisonLabels.better,
      width: 120,
      cell: ({ better }) =>
        better === null ? null : <StatusTag tone={better ? 'ok' : 'due'}>{better ? t.isBetter : t.isWorse}</StatusTag>,
    },
  ]
  return (
    <Panel title={`${t.rank} ${data.rank ?? '—'} / ${data.courts}`} count={source} scrolls>
      <PlainTable caption={t.title} columns={columns} rows={data.measures} rowKey={({ measure }) => measure} />
    </Panel>
  )
}
