import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels, useText } from '#web/language.ts'
import { alertTitles, type AlertLevel, type AlertRow } from '../audit/contract.ts'
import { alertList } from './api.ts'
import { moneyHref } from './payout-columns.tsx'

const labels = {
  title: label('到账未发放', 'Arrived, not paid out'),
  level: label('级别', 'Level'),
  caseNumber: label('案号', 'Case'),
  days: label('天数', 'Days'),
  known: label('到账通知', 'Notice'),
  left: label('未发放(元)', 'Not paid out (yuan)'),
  inChain: label('在途(元)', 'On its way (yuan)'),
  handler: label('承办人', 'Handler'),
  tells: label('报给', 'Who hears of it'),
  deferred: label('延缓', 'Deferred'),
  unit: label('笔', ' sums'),
  none: label('没有超过3天未发的到账', 'Nothing has waited three days'),
}
type Row = z.output<typeof AlertRow>

const tones: Readonly<Record<AlertLevel, TagTone>> = {
  target: 'neutral',
  amber: 'due',
  orange: 'due',
  leader: 'due',
  red: 'fault',
}

function Level({ level, deferred }: Pick<Row, 'level' | 'deferred'>) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <StatusTag tone={deferred ? 'hold' : tones[level]}>{deferred ? t.deferred : text(alertTitles[level])}</StatusTag>
  )
}

const columns: readonly Column<Row>[] = [
  {
    id: 'case',
    title: labels.caseNumber,
    width: 190,
    cell: ({ caseNumber, caseId }) =>
      caseNumber === null ? '—' : <CaseNumber number={caseNumber} href={moneyHref(caseId)} />,
  },
  { id: 'days', title: labels.days, width: 64, right: true, sort: 'days', cell: ({ days }) => days },
  { id: 'level', title: labels.level, width: 250, cell: (row) => <Level {...row} /> },
  { id: 'known', title: labels.known, width: 108, cell: ({ knownOn }) => knownOn.toString() },
  {
    id: 'left',
    title: labels.left,
    width: 132,
    right: true,
    sort: 'leftFen',
    sum: 'leftFen',
    cell: ({ leftFen }) => <Money amount={leftFen} />,
  },
  {
    id: 'inChain',
    title: labels.inChain,
    width: 116,
    right: true,
    cell: ({ inChainFen }) => <Money amount={inChainFen} />,
  },
  { id: 'handler', title: labels.handler, width: 92, cell: ({ handlerName }) => handlerName ?? '—' },
  { id: 'tells', title: labels.tells, cell: ({ tells }) => tells },
]

/** 到账提示分级: how long each sum has waited since its notice, and which posts hear of it now. */
export function Alerts() {
  const t = useLabels(labels)
  const list = useList(alertList, {}, { sort: '-days' })
  return (
    <DataList<Row>
      list={list}
      caption={t.title}
      columns={columns}
      rowKey={({ claimId }) => claimId}
      unit={labels.unit}
      href={({ caseId }) => moneyHref(caseId) ?? '/funds/audit'}
      tabs={
        <div className="dx-row dx-funds-ask dx-noprint">
          <span className="dx-space" />
          <ListTools list={list} />
        </div>
      }
      empty={<EmptyState title={t.none} />}
    />
  )
}
