import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import type { Comparison } from '../contract.ts'
import { benchmarkLabels } from '../labels.ts'
import { comparison, namePublication } from './api.ts'
import { comparisonLabels, labels } from './labels.ts'
import { useSpan, type Span } from './period.ts'
import { PeriodChooser } from './PeriodChooser.tsx'
import './indicators.css'

type Line = Comparison['measures'][number]

/** U45 排名与对比: what is counted here and what others published, in columns of their own. A person is never ranked. */
export function ComparisonPage() {
  const t = useLabels(comparisonLabels)
  const [span, setSpan] = useSpan()
  const may = useMay()
  const { data } = useSuspenseQuery(queryOptionsFor(comparison, span))
  return (
    <div className="ind-page">
      <PageHead
        title={t.title}
        actions={
          may('indicators.benchmarks') && data.measures.length > 0 && <NamePublication span={span} data={data} />
        }
      >
        <PeriodChooser span={span} onChange={setSpan} />
      </PageHead>
      <span />
      {data.measures.length === 0 ? <Nothing /> : <Table data={data} />}
    </div>
  )
}

/** A table says little of itself: who published it, when, and where it is to be found. */
function NamePublication({ span, data }: { readonly span: Span; readonly data: Comparison }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text(namePublication.title)}</Button>
      {isOpen && (
        <Dialog title={text(namePublication.title)} onClose={close}>
          <CommandForm
            contract={namePublication}
            initial={{
              from: span.from.toString(),
              to: span.to.toString(),
              publisher: data.publisher ?? '',
              source: data.source ?? '',
              ...(data.publishedOn !== null && { publishedOn: data.publishedOn }),
            }}
            fields={{
              publisher: { title: benchmarkLabels.publisher },
              publishedOn: { title: benchmarkLabels.publishedOn },
              source: { title: benchmarkLabels.source },
            }}
            onDone={close}
            onCancel={close}
          />
        </Dialog>
      )}
    </>
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
