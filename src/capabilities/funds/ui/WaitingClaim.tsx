import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { queryOptionsFor } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { Message } from '#web/components/Message.tsx'
import { Money } from '#web/components/Money.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels, useText } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import { claimKinds } from '../claims/contract.ts'
import type { WaitingClaim as Waiting } from '../screens/contract.ts'
import { confirmClaim, fileHref, refuseClaim, waitingReading } from './api.ts'
import { claimKindLabels, labels } from './labels.ts'
import { Papers } from './Papers.tsx'

type Part = z.output<typeof Waiting>['parts'][number] & { readonly index: number }

/** What one person said of the line. Another looks at the same things and confirms, or sends it back with a reason. */
export function WaitingClaim({ bankLineId }: { readonly bankLineId: string }) {
  const t = useLabels(labels)
  const text = useText()
  const announce = useAnnounce()
  const [refusing, setRefusing] = useState(false)
  const { data } = useSuspenseQuery(queryOptionsFor(waitingReading, { bankLineId }))
  const { approvalId, mine, proposedBy, proposedAt, evidence, papers, parts } = data
  const kindText = (kind: string) => {
    const known = claimKinds.find((each) => each === kind)
    return known ? text(claimKindLabels[known]) : kind
  }
  return (
    <div className="dx-funds-form">
      <div className="dx-funds-body">
        <section>
          <h3>{t.waiting}</h3>
          <PlainTable<Part>
            caption={t.parts}
            rows={parts.map((part, index) => ({ ...part, index }))}
            rowKey={({ index }) => String(index)}
            columns={[
              {
                id: 'case',
                title: labels.caseNumber,
                cell: ({ caseNumber, caseId, debtors }) =>
                  caseNumber === null ? (
                    '—'
                  ) : (
                    <CaseNumber
                      number={caseNumber}
                      href={caseId === null ? undefined : `/cases/${caseId}`}
                      hang={false}
                      title={debtors ?? undefined}
                    />
                  ),
              },
              { id: 'debtors', title: labels.debtors, cell: ({ debtors }) => debtors ?? '—' },
              { id: 'kind', title: labels.kind, width: 96, cell: ({ kind }) => kindText(kind) },
              {
                id: 'amount',
                title: labels.amount,
                width: 132,
                right: true,
                cell: ({ amountFen }) => <Money amount={amountFen} />,
              },
            ]}
          />
        </section>
        <section>
          <h3>{t.evidence}</h3>
          <p className="dx-funds-said">{evidence}</p>
          <Papers papers={papers} hrefOf={(fileId) => fileHref('funds.proposal-paper', { approvalId, fileId })} />
          <p className="dx-t2 dx-13">
            {t.proposedBy} {proposedBy}　{momentText(proposedAt)}
          </p>
        </section>
        {mine && <Message tone="info">{t.notMine}</Message>}
      </div>
      <footer className="dx-funds-foot">
        <span className="dx-space" />
        <Button onClick={() => setRefusing(true)}>{text(refuseClaim.title)}</Button>
        {!mine && (
          <CommandButton
            primary
            contract={confirmClaim}
            input={{ approvalId }}
            confirm={t.confirmAsk}
            onDone={() => announce(t.confirmed)}
          />
        )}
      </footer>
      {refusing && (
        <Dialog title={text(refuseClaim.title)} width={520} onClose={() => setRefusing(false)}>
          <CommandForm
            contract={refuseClaim}
            initial={{ approvalId }}
            fields={{ reason: { title: labels.reason, kind: 'long' } }}
            onCancel={() => setRefusing(false)}
            onDone={() => {
              setRefusing(false)
              announce(t.refused)
            }}
          />
        </Dialog>
      )}
    </div>
  )
}
