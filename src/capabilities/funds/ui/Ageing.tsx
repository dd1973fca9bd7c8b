import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { sumFen } from '#kernel/values/money.ts'
import { queryOptionsFor } from '#web/api.ts'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Money } from '#web/components/Money.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { PrintFoot } from '#web/components/PrintFrame.tsx'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import type { AuditAgeing } from '../screens/audit-contract.ts'
import { ageingReading } from './api.ts'

const labels = {
  title: label('账龄', 'Ageing'),
  unpaid: label('已认领未发放', 'Claimed, not paid out'),
  unknown: label('不明款', 'Unknown'),
  age: label('到账天数', 'Days since arrival'),
  count: label('笔数', 'Number'),
  amount: label('金额(元)', 'Amount (yuan)'),
  total: label('合计', 'Total'),
}
type Bands = z.output<typeof AuditAgeing>['unpaid']

/** How long money has lain here, claimed and unknown. */
export function Ageing() {
  const t = useLabels(labels)
  return (
    <div className="dx-scroll dx-funds-case" tabIndex={0} role="region" aria-label={t.title}>
      <Suspense fallback={<LoadingState lines={10} />}>
        <Both />
      </Suspense>
      <PrintFoot />
    </div>
  )
}

function Both() {
  const t = useLabels(labels)
  const { today } = useSession()
  const { data } = useSuspenseQuery(queryOptionsFor(ageingReading, { asOf: today }))
  return (
    <>
      <Panel title={t.unpaid}>
        <BandTable caption={t.unpaid} bands={data.unpaid} />
      </Panel>
      <Panel title={t.unknown}>
        <BandTable caption={t.unknown} bands={data.unknown} />
      </Panel>
    </>
  )
}

/** 0至5天, 6至30天, … 超过180天. */
const bandName = (bands: Bands, index: number): string => {
  const from = index === 0 ? 0 : (bands[index - 1]?.upTo ?? 0) + 1
  const upTo = bands[index]?.upTo ?? null
  return upTo === null ? `超过${from - 1}天` : `${from}至${upTo}天`
}

function BandTable({ caption, bands }: { readonly caption: string; readonly bands: Bands }) {
  const t = useLabels(labels)
  return (
    <PlainTable<Bands[number] & { readonly name: string }>
      caption={caption}
      rows={bands.map((band, index) => ({ ...band, name: bandName(bands, index) }))}
      rowKey={({ name }) => name}
      columns={[
        { id: 'age', title: labels.age, width: 200, cell: ({ name }) => name },
        { id: 'count', title: labels.count, width: 120, right: true, cell: ({ count }) => count.toLocaleString('en') },
        {
          id: 'amount',
          title: labels.amount,
          width: 200,
          right: true,
          cell: ({ amountFen }) => <Money amount={amountFen} />,
        },
        { id: 'rest', title: label('', ''), cell: () => null },
      ]}
      foot={[
        t.total,
        bands.reduce((sum, { count }) => sum + count, 0).toLocaleString('en'),
        <Money key="sum" amount={sumFen(bands.map(({ amountFen }) => amountFen))} />,
        null,
      ]}
    />
  )
}
