import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels } from '#web/language.ts'
import type { MatrixRow } from '../contract.ts'
import { matrix } from './api.ts'

const labels = {
  title: label('惩戒矩阵', 'Restriction matrix'),
  all: label('全部', 'All'),
  unlifted: label('撤销待解除', 'To lift'),
  none: label('没有推送记录', 'Nobody was pushed'),
  next: label('在“惩戒回执”中登记推送。', 'Record a push among the receipts.'),
}

const tones: Readonly<Record<MatrixRow['cells'][number]['state'], TagTone>> = {
  已推送: 'outline',
  已签收: 'neutral',
  已限制: 'primary',
  撤销待解除: 'due',
  已解除: 'done',
}

const first: readonly Column<MatrixRow>[] = [
  {
    id: 'caseNumber',
    title: label('案号', 'Case number'),
    width: 196,
    cell: ({ caseNumber, caseId }) => (
      <CaseNumber number={caseNumber} href={caseId === null ? undefined : `/cases/${caseId}`} />
    ),
  },
  { id: 'person', title: label('被执行人', 'Debtor'), width: 140, cell: ({ person }) => person },
  {
    id: 'lifted',
    title: label('已解除', 'Lifted'),
    width: 88,
    right: true,
    cell: ({ lifted, applied }) => `${lifted}/${applied}`,
  },
]

/** 惩戒矩阵: who is restricted by which unit, and what has not been lifted yet. */
export function MatrixPage() {
  const t = useLabels(labels)
  const [view, setView] = useState('all')
  const list = useList(matrix, view === 'unlifted' ? { unlifted: true } : {})
  const units = [...new Set(list.rows.flatMap(({ cells }) => cells.map(({ unit }) => unit)))].toSorted()
  return (
    <>
      <PageHead
        title={t.title}
        count={list.totals && `${list.totals.total.toLocaleString('en')}人`}
        actions={<ListTools list={list} />}
      />
      <DataList
        list={list}
        caption={t.title}
        tabs={
          <ViewTabs
            views={[
              { id: 'all', title: t.all },
              { id: 'unlifted', title: t.unlifted },
            ]}
            chosen={view}
            onChoose={setView}
          />
        }
        columns={[...first, ...units.map(unitColumn)]}
        rowKey={({ key }) => key}
        unit={label('人', 'persons')}
        empty={<EmptyState title={t.none} next={t.next} />}
      />
    </>
  )
}

const unitColumn = (unit: string): Column<MatrixRow> => ({
  id: unit,
  title: label(unit, unit),
  width: 132,
  cell: ({ cells }) =>
    cells
      .filter((cell) => cell.unit === unit)
      .map(({ entryId, state, on }) => (
        <Link key={entryId} to={`/partners/unit-restrictions?open=${entryId}`} title={on.toString()}>
          <StatusTag tone={tones[state]}>{state}</StatusTag>
        </Link>
      )),
})
