import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { useCommand } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { FileDrop } from '#web/components/FileDrop.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import type { OrderRow } from '../payouts/contract.ts'
import { fileHref, orderList, takeAnswer } from './api.ts'
import './funds.css'

const labels = {
  title: label('付款单', 'Payment orders'),
  number: label('付款单号', 'Number'),
  on: label('日期', 'Day'),
  transfers: label('笔数', 'Transfers'),
  total: label('合计(元)', 'Total (yuan)'),
  paid: label('已付', 'Paid'),
  returned: label('退汇', 'Returned'),
  waiting: label('待回单', 'Waiting'),
  by: label('制单人', 'Made by'),
  file: label('付款文件', 'Files'),
  answer: label('银行回单', 'The bank’s answer'),
  take: label('导入回单', 'Take the answer'),
  what: label('银行回单', 'the answer'),
  done: label('回单已导入', 'The answer is taken'),
  unit: label('份', ' orders'),
  none: label('还没有付款单', 'No payment orders yet'),
  noneNext: label('在发放审批的“待付款”里选中后制单。', 'Choose approved payouts and make an order.'),
}
type Row = z.output<typeof OrderRow>
const mostBytes = 16 * 1024 * 1024

const orderFile = 'funds.payment-order-file'

/** 付款单: what went to the bank in one file, the file itself, and what the bank answered. */
export function OrdersPage() {
  const t = useLabels(labels)
  const list = useList(orderList, {}, { sort: '-orderNumber' })
  const [answering, setAnswering] = useState<Row>()
  const columns: readonly Column<Row>[] = [
    { id: 'number', title: labels.number, width: 190, sort: 'orderNumber', cell: ({ orderNumber }) => orderNumber },
    { id: 'on', title: labels.on, width: 112, cell: ({ madeOn }) => madeOn.toString() },
    { id: 'transfers', title: labels.transfers, width: 72, right: true, cell: ({ payouts }) => payouts },
    {
      id: 'total',
      title: labels.total,
      width: 140,
      right: true,
      sum: 'totalFen',
      cell: ({ totalFen }) => <Money amount={totalFen} />,
    },
    { id: 'paid', title: labels.paid, width: 72, right: true, cell: ({ paid }) => paid },
    { id: 'returned', title: labels.returned, width: 72, right: true, cell: ({ returned }) => returned },
    { id: 'waiting', title: labels.waiting, width: 80, right: true, cell: ({ waiting }) => waiting },
    { id: 'by', title: labels.by, width: 88, cell: ({ madeBy }) => madeBy ?? '—' },
    {
      id: 'file',
      title: labels.file,
      cell: ({ orderId }) => (
        <span className="dx-row">
          <a href={fileHref(orderFile, { orderId, format: 'csv' })} download>
            csv
          </a>
          <a href={fileHref(orderFile, { orderId, format: 'xlsx' })} download>
            xlsx
          </a>
        </span>
      ),
    },
    {
      id: 'answer',
      title: labels.answer,
      width: 116,
      cell: (row) =>
        row.waiting > 0 ? (
          <Button size="small" onClick={() => setAnswering(row)}>
            {t.take}
          </Button>
        ) : null,
    },
  ]
  return (
    <>
      <PageHead title={t.title} actions={<ListTools list={list} />} />
      <DataList<Row>
        list={list}
        caption={t.title}
        columns={columns}
        rowKey={({ orderId }) => orderId}
        unit={labels.unit}
        empty={<EmptyState title={t.none} next={t.noneNext} />}
      />
      {answering && <Answer order={answering} onClose={() => setAnswering(undefined)} />}
    </>
  )
}

function Answer({ order, onClose }: { readonly order: Row; readonly onClose: () => void }) {
  const t = useLabels(labels)
  const announce = useAnnounce()
  const { mutate, error, isPending } = useCommand(takeAnswer)
  return (
    <Dialog title={`${t.take}　${order.orderNumber}`} width={640} onClose={onClose}>
      <FileDrop
        what={t.what}
        accept=".csv,.xls,.xlsx,.txt"
        mostBytes={mostBytes}
        onKept={({ fileId }) =>
          mutate(
            { input: takeAnswer.input.parse({ orderId: order.orderId, fileId }) },
            {
              onSuccess: () => {
                announce(t.done)
                onClose()
              },
            },
          )
        }
      />
      {isPending && <progress aria-label={t.take} />}
      {error && <Refusal problem={error} />}
    </Dialog>
  )
}
