import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { totalsOptions } from '#web/api.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { KeyHint } from '#web/components/KeyHint.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { useList } from '#web/components/useList.ts'
import { useOpenRecord } from '#web/components/useOpenRecord.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import type { LineFilter, LineRow } from '../claims/contract.ts'
import { lineList } from './api.ts'
import { HeadFigures } from './HeadFigures.tsx'
import { ImportStatement } from './ImportStatement.tsx'
import { labels } from './labels.ts'
import { lineColumns } from './line-columns.tsx'
import { LinePane } from './LinePane.tsx'
import { useFollowing } from './useFollowing.ts'
import './funds.css'

const views = ['unclaimed', 'waiting', 'unknown', 'all'] as const
type View = (typeof views)[number]
const Search = z.object({ view: z.enum(views).default('unclaimed').catch('unclaimed') })
type Filter = z.output<typeof LineFilter>
type Row = z.output<typeof LineRow>

const filterOf = (view: View): Filter => {
  const open = { direction: 'in', unclaimed: true, waiting: false } as const
  switch (view) {
    case 'unclaimed':
      return open
    case 'waiting':
      return { waiting: true }
    case 'unknown':
      return { ...open, unknown: true }
    case 'all':
      return {}
  }
}

/** U05 案款台: what came in and is nobody's yet at the left, whose it may be at the right. */
export function FundsPage() {
  const t = useLabels(labels)
  const may = useMay()
  const [importing, setImporting] = useState(false)
  return (
    <>
      <PageHead
        title={t.desk}
        actions={may('funds.import') && <Button onClick={() => setImporting(true)}>{t.import}</Button>}
      >
        <HeadFigures />
      </PageHead>
      <Lines onImport={() => setImporting(true)} />
      {importing && <ImportStatement onClose={() => setImporting(false)} />}
    </>
  )
}

function Lines({ onImport }: { readonly onImport: () => void }) {
  const t = useLabels(labels)
  const text = useText()
  const [{ view }, change] = usePageSearch(Search)
  const filter = useMemo(() => filterOf(view), [view])
  const list = useList(lineList, filter, { sort: view === 'all' ? '-on' : 'on' })
  const [opened, open] = useOpenRecord()
  const keys = list.rows.map(({ bankLineId }) => bankLineId)
  useFollowing({ keys, pending: list.isPending, opened, open, always: true })
  const columns = useMemo(() => lineColumns(view === 'all'), [view])
  return (
    <div className="dx-funds">
      <DataList<Row>
        list={list}
        caption={t.lines}
        columns={columns}
        rowKey={({ bankLineId }) => bankLineId}
        unit={label('笔', ' lines')}
        board
        tabs={<Views view={view} text={text} onChoose={(next) => change({ view: next })} />}
        drawer={(bankLineId, place) => (
          <LinePane
            key={bankLineId}
            bankLineId={bankLineId}
            row={list.rows.find((row) => row.bankLineId === bankLineId)}
            place={place}
          />
        )}
        empty={
          view === 'unclaimed' || view === 'unknown' ? (
            <EmptyState title={t.none} next={t.noneNext} act={<Button onClick={onImport}>{t.import}</Button>} />
          ) : (
            <EmptyState
              title={t.noneFound}
              act={<Button onClick={() => change({ view: 'all' })}>{t.showAll}</Button>}
            />
          )
        }
      />
    </div>
  )
}

const titles: Readonly<Record<View, Label>> = {
  unclaimed: labels.unclaimed,
  waiting: labels.waiting,
  unknown: labels.unknown,
  all: labels.allLines,
}

type ViewsProps = {
  readonly view: View
  readonly text: ReturnType<typeof useText>
  readonly onChoose: (view: View) => void
}

function Views({ view, text, onChoose }: ViewsProps) {
  const t = useLabels(labels)
  const counts = {
    unclaimed: useTotal(filterOf('unclaimed')),
    waiting: useTotal(filterOf('waiting')),
    unknown: useTotal(filterOf('unknown')),
    all: useTotal(filterOf('all')),
  }
  return (
    <ViewTabs
      views={views.map((id) => ({ id, title: text(titles[id]), count: counts[id]?.toLocaleString('en') }))}
      chosen={view}
      onChoose={(id) => onChoose(Search.shape.view.parse(id))}
      extra={<KeyHint keys="j k">{t.move}</KeyHint>}
    />
  )
}

const useTotal = (filter: Filter): number | undefined => useQuery(totalsOptions(lineList, filter)).data?.total
