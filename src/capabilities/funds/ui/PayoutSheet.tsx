import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { amountInWords } from '#web/amount-in-words.ts'
import { queryOptionsFor } from '#web/api.ts'
import { ApprovalSteps } from '#web/components/ApprovalSteps.tsx'
import { Message } from '#web/components/Message.tsx'
import { Money } from '#web/components/Money.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import type { PayeeAccountRow, PayoutCard } from '../payouts/contract.ts'
import { payoutReading } from './api.ts'
import { KindOfPayout } from './payout-columns.tsx'
import { payeeStateLabels, payoutLabels as labels } from './payout-labels.ts'
import { WhyNot } from './RecordActs.tsx'
import '#web/components/panel.css'

type Card = z.output<typeof PayoutCard>
type Props = { readonly payoutId: string; readonly waitsFor: string | null }

/** 案款发放审批表: amount in figures and words, account and its changes, receipts, workings, and who stood where. */
export function PayoutSheet({ payoutId, waitsFor }: Props) {
  const t = useLabels(labels)
  const { data: card } = useSuspenseQuery(queryOptionsFor(payoutReading, { payoutId }))
  return (
    <>
      <section className="dx-funds-facts">
        <p className="dx-funds-amount">
          <Money amount={card.amountFen} /> <small>元</small>
        </p>
        <p className="dx-t2">{amountInWords(card.amountFen)}</p>
        <WhyNot asked={{ kind: 'payout', id: payoutId }} title={t.notYou} />
        {card.holds.map(({ rule, text }) => (
          <Message key={`${rule}${text}`} tone="hold">
            <b>{t.stops}</b>　{text}
          </Message>
        ))}
        <Facts card={card} />
      </section>
      <section>
        <h3>{t.chain}</h3>
        <ApprovalSteps steps={stepsOf(card, waitsFor)} />
        {card.secondBecause.length > 0 && (
          <p className="dx-t2 dx-13">
            {t.second}：{card.secondBecause.join('、')}
          </p>
        )}
      </section>
      <section>
        <h3>{t.parts}</h3>
        <div className="dx-tw" tabIndex={0} role="region" aria-label={t.parts}>
          <PlainTable<Card['parts'][number]>
            caption={t.parts}
            rows={card.parts}
            rowKey={({ claimId }) => claimId}
            columns={[
              { id: 'on', title: labels.arrived, width: 116, cell: ({ arrivedOn }) => arrivedOn.toString() },
              { id: 'payer', title: labels.payer, cell: ({ payer }) => payer ?? '—' },
              {
                id: 'amount',
                title: labels.amount,
                width: 132,
                right: true,
                cell: ({ amountFen }) => <Money amount={amountFen} />,
              },
            ]}
          />
        </div>
      </section>
      {card.workings.length > 0 && (
        <section>
          <h3>{t.workings}</h3>
          {card.workings.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      )}
      {card.accounts.length > 0 && (
        <section>
          <h3>{t.accounts}</h3>
          <AccountHistory accounts={card.accounts} />
        </section>
      )}
    </>
  )
}

function Facts({ card }: { readonly card: Card }) {
  const t = useLabels(labels)
  const facts = [
    [t.kind, <KindOfPayout key="kind" kind={card.kind} />],
    [t.account, card.accountMasked],
    [t.purpose, card.purpose],
    [t.ended, card.endedBecause],
  ] as const
  return (
    <dl className="dx-kv" style={{ marginTop: 8 }}>
      {facts.map(([title, value]) =>
        value === null ? null : [<dt key={title}>{title}</dt>, <dd key={`${title} is`}>{value}</dd>],
      )}
    </dl>
  )
}

const stepsOf = ({ chain }: Card, waitsFor: string | null) => [
  ...chain.map(({ step, by, at }) => ({ title: step, who: by, state: 'done' as const, when: momentText(isoOf(at)) })),
  ...(waitsFor === null ? [] : [{ title: waitsFor, who: '', state: 'now' as const }]),
]

/** PostgreSQL writes a blank where RFC 3339 has a T, and hours alone for the zone. */
export const isoOf = (at: string): string => at.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')

type Account = z.output<typeof PayeeAccountRow>

/** Every account this payee ever had, the newest first. */
export function AccountHistory({ accounts }: { readonly accounts: readonly Account[] }) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <PlainTable<Account>
      caption={t.accounts}
      rows={accounts}
      rowKey={({ payeeAccountId }) => payeeAccountId}
      columns={[
        { id: 'number', title: labels.number, width: 116, cell: ({ numberMasked }) => numberMasked },
        {
          id: 'bank',
          title: labels.bank,
          cell: ({ bank, holder }) => <span title={holder}>{`${bank}　${holder}`}</span>,
        },
        {
          id: 'state',
          title: labels.state,
          width: 84,
          cell: ({ state }) => (
            <StatusTag tone={state === 'usable' ? 'ok' : 'outline'}>{text(payeeStateLabels[state])}</StatusTag>
          ),
        },
        {
          id: 'callBack',
          title: labels.callBack,
          cell: ({ callBackNote, confirmedBy }) => (
            <span title={callBackNote ?? ''}>{[confirmedBy, callBackNote].filter(Boolean).join('：') || '—'}</span>
          ),
        },
      ]}
    />
  )
}
