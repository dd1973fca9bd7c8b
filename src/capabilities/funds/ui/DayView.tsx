import { Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { Figures } from '#web/components/Figures.tsx'
import { Message } from '#web/components/Message.tsx'
import { Money } from '#web/components/Money.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { PrintFoot } from '#web/components/PrintFrame.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { momentText } from '#web/time.ts'
import type { DayEnd } from '../reconciliation/contract.ts'
import { closeDay } from './api.ts'
import { Composition } from './Composition.tsx'

const labels = {
  bank: label('银行存款', 'At the bank'),
  owed: label('应付各方合计', 'Owed to all'),
  cases: label('案件明细合计', 'Cases'),
  suspense: label('不明及暂存', 'Suspense'),
  difference: label('差额', 'Difference'),
  balanced: label('账实相符，可以日结。', 'The books agree with the bank.'),
  unbalanced: label(
    '有差额，逐笔列在下面。查明原因并写明后才能日结。',
    'Each difference is named; say what is known of it.',
  ),
  closed: label('已日结', 'Closed'),
  confirm: label('日结后这一天及以前的账不能再改，只能冲正。', 'Closed for good; corrections by reversal only.'),
  done: label('已日结', 'The day is closed'),
  accounts: label('银行账户', 'Bank accounts'),
  account: label('账户', 'Account'),
  number: label('账号', 'Number'),
  books: label('账面余额(元)', 'By the books (yuan)'),
  stated: label('银行余额(元)', 'By the bank (yuan)'),
  differences: label('差额明细', 'Differences'),
  none: label('没有差额', 'No differences'),
  noneNext: label('每一分钱都有着落。', 'Every fen is accounted for.'),
  on: label('日期', 'Day'),
  amount: label('金额(元)', 'Amount (yuan)'),
  what: label('差额', 'What'),
  why: label('查明的原因', 'What was found out'),
  composition: label('构成', 'Made up of'),
  noAccount: label('这一天还没有银行账户的账', 'No bank account on that day'),
}
type Reckoning = z.output<typeof DayEnd>
type Difference = Reckoning['differences'][number]
type Account = Reckoning['accounts'][number]

export function DayView({ reckoning }: { readonly reckoning: Reckoning }) {
  const t = useLabels(labels)
  const { bankFen, owedFen, caseFen, suspenseFen, differenceFen } = reckoning
  const [found, setFound] = useState<Readonly<Record<string, string>>>({})
  return (
    <>
      <Figures
        figures={[
          { title: t.bank, value: <Money amount={bankFen} />, unit: '元' },
          { title: t.owed, value: <Money amount={owedFen} />, unit: '元' },
          { title: t.cases, value: <Money amount={caseFen} />, unit: '元' },
          { title: t.suspense, value: <Money amount={suspenseFen} />, unit: '元' },
          {
            title: t.difference,
            value: (
              <span className={differenceFen === 0n ? 'dx-funds-zero' : 'dx-funds-off'}>
                <Money amount={differenceFen} />
              </span>
            ),
            unit: '元',
          },
        ]}
      />
      <Closing reckoning={reckoning} found={found} />
      <Panel title={t.differences} count={reckoning.differences.length}>
        <Differences
          rows={reckoning.differences}
          found={found}
          onFound={reckoning.closedOn === null ? (key, text) => setFound({ ...found, [key]: text }) : undefined}
        />
      </Panel>
      <Panel title={t.accounts} count={reckoning.accounts.length}>
        <Accounts rows={reckoning.accounts} />
      </Panel>
      <Panel title={t.composition}>
        <Composition of={reckoning.composition} />
      </Panel>
      <PrintFoot />
    </>
  )
}

type ClosingProps = { readonly reckoning: Reckoning; readonly found: Readonly<Record<string, string>> }

function Closing({ reckoning: { day, balanced, closedOn, differences }, found }: ClosingProps) {
  const t = useLabels(labels)
  const may = useMay()
  const announce = useAnnounce()
  if (closedOn !== null)
    return (
      <Message tone="ok">
        {t.closed}　{/T/.test(closedOn) ? momentText(closedOn) : closedOn}
      </Message>
    )
  const explained = differences.flatMap(({ key }) => (found[key]?.trim() ? [{ key, text: found[key].trim() }] : []))
  return (
    <div className="dx-funds-close">
      <Message tone={balanced ? 'ok' : 'due'}>{balanced ? t.balanced : t.unbalanced}</Message>
      {may('funds.close') && (
        <CommandButton
          primary
          contract={closeDay}
          input={{ day, explained }}
          confirm={t.confirm}
          onDone={() => announce(t.done)}
        />
      )}
    </div>
  )
}

type DifferencesProps = {
  readonly rows: readonly Difference[]
  readonly found: Readonly<Record<string, string>>
  readonly onFound: ((key: string, text: string) => void) | undefined
}

function Differences({ rows, found, onFound }: DifferencesProps) {
  const t = useLabels(labels)
  if (rows.length === 0) return <EmptyState title={t.none} next={t.noneNext} />
  return (
    <PlainTable<Difference>
      caption={t.differences}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { id: 'on', title: labels.on, width: 124, cell: ({ on }) => on?.toString() ?? '—' },
        {
          id: 'amount',
          title: labels.amount,
          width: 140,
          right: true,
          cell: ({ amountFen, bankLineId }) => (
            <Money amount={amountFen} href={bankLineId === null ? undefined : `/funds?view=all&open=${bankLineId}`} />
          ),
        },
        { id: 'what', title: labels.what, cell: ({ text }) => <span title={text}>{text}</span> },
        {
          id: 'why',
          title: labels.why,
          cell: ({ key, text }) =>
            onFound ? (
              <Input
                size="small"
                aria-label={`${t.why}：${text}`}
                value={found[key] ?? ''}
                onChange={({ target }) => onFound(key, target.value)}
              />
            ) : null,
        },
      ]}
    />
  )
}

function Accounts({ rows }: { readonly rows: readonly Account[] }) {
  const t = useLabels(labels)
  const text = useText()
  if (rows.length === 0) return <EmptyState title={text(labels.noAccount)} />
  return (
    <PlainTable<Account>
      caption={t.accounts}
      rows={rows}
      rowKey={({ bankAccountId }) => bankAccountId}
      columns={[
        { id: 'title', title: labels.account, cell: ({ title }) => title },
        { id: 'number', title: labels.number, width: 150, cell: ({ numberMasked }) => numberMasked },
        {
          id: 'books',
          title: labels.books,
          width: 150,
          right: true,
          cell: ({ booksFen }) => <Money amount={booksFen} />,
        },
        {
          id: 'stated',
          title: labels.stated,
          width: 150,
          right: true,
          cell: ({ statedFen }) => <Money amount={statedFen} />,
        },
        {
          id: 'difference',
          title: labels.difference,
          width: 120,
          right: true,
          cell: ({ booksFen, statedFen }) => <Money amount={statedFen === null ? null : statedFen - booksFen} />,
        },
      ]}
    />
  )
}
