import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import type { LineRow } from '../claims/contract.ts'
import type { LinePayouts } from '../payouts/contract.ts'
import { linePayoutsReading, recordOutcome } from './api.ts'
import { labels as general } from './labels.ts'

const labels = {
  title: label('可能对应的发放', 'Payouts it may be'),
  alike: label(
    '这几笔发放金额和收款人都相同，系统不替您选。请按回单点选。',
    'These are alike in sum and payee. Choose by the slip.',
  ),
  none: label('没有等这笔流水的发放。', 'No payout waits for this line.'),
  number: label('付款编号', 'Number'),
  caseNumber: label('案号', 'Case'),
  payee: label('收款人', 'Payee'),
  orderedOn: label('交银行', 'Ordered'),
  act: label('办理', 'Act'),
  ask: label('这笔流水就是这笔发放？', 'Is the line this payout?'),
  done: label('已登记，流水对应到这笔发放', 'Recorded'),
}
type Props = { readonly line: z.output<typeof LineRow> }

/** A line out: the payouts it may be, where the product would have to guess between several. */
export function LineOut({ line: { bankLineId, on } }: Props) {
  const t = useLabels(labels)
  const { out } = useLabels(general)
  const may = useMay()
  const announce = useAnnounce()
  const { data } = useSuspenseQuery(queryOptionsFor(linePayoutsReading, { bankLineId }))
  return (
    <div className="dx-funds-body">
      <section>
        <h3>{data.payouts.length > 0 ? t.title : out}</h3>
        <p>{data.payouts.length > 1 ? t.alike : data.payouts.length === 0 && t.none}</p>
        {data.payouts.length > 0 && (
          <PlainTable<z.output<typeof LinePayouts>['payouts'][number]>
            caption={t.title}
            rows={data.payouts}
            rowKey={({ payoutId }) => payoutId}
            columns={[
              {
                id: 'number',
                title: labels.number,
                cell: ({ payoutId, payoutNumber }) => <Link to={`/funds/payouts/${payoutId}`}>{payoutNumber}</Link>,
              },
              { id: 'case', title: labels.caseNumber, cell: ({ caseNumber }) => caseNumber ?? '—' },
              { id: 'payee', title: labels.payee, cell: ({ payee }) => payee },
              { id: 'ordered', title: labels.orderedOn, width: 108, cell: ({ orderedOn }) => orderedOn.toString() },
              {
                id: 'act',
                title: labels.act,
                width: 132,
                cell: ({ payoutId }) =>
                  may('funds.pay') && (
                    <CommandButton
                      contract={recordOutcome}
                      input={{ payoutId, outcome: 'paid', occurredOn: on, bankLineId }}
                      confirm={t.ask}
                      onDone={() => announce(t.done)}
                    />
                  ),
              },
            ]}
          />
        )}
      </section>
    </div>
  )
}
