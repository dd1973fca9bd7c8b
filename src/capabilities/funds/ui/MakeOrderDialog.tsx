import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { z } from 'zod'
import { sumFen } from '#kernel/values/money.ts'
import { queryOptionsFor } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Money } from '#web/components/Money.tsx'
import { useLabels } from '#web/language.ts'
import { label } from '#kernel/values/labels.ts'
import type { PayoutRow } from '../payouts/contract.ts'
import { bankReading, makeOrder } from './api.ts'
import { payoutLabels } from './payout-labels.ts'

const labels = { ...payoutLabels, from: label('付款账户', 'Paid from') }
type Props = { readonly payouts: readonly z.output<typeof PayoutRow>[]; readonly onClose: () => void }

/** 制单: approved payouts go to the bank in one file. */
export function MakeOrderDialog(props: Props) {
  const t = useLabels(labels)
  return (
    <Dialog title={t.makeOrder} width={520} onClose={props.onClose}>
      <Suspense fallback={<LoadingState lines={4} />}>
        <Order {...props} />
      </Suspense>
    </Dialog>
  )
}

function Order({ payouts, onClose }: Props) {
  const t = useLabels(labels)
  const announce = useAnnounce()
  const { data } = useSuspenseQuery(queryOptionsFor(bankReading, {}))
  const [only] = data.accounts
  return (
    <CommandForm
      contract={makeOrder}
      initial={{
        payoutIds: payouts.map(({ payoutId }) => payoutId),
        ...(only && { bankAccountId: only.bankAccountId }),
      }}
      fields={{
        bankAccountId: {
          title: labels.from,
          kind: 'choice',
          options: data.accounts.map(({ bankAccountId, bank, numberMasked }) => ({
            value: bankAccountId,
            title: label(`${bank} ${numberMasked}`, `${bank} ${numberMasked}`),
          })),
        },
      }}
      onCancel={onClose}
      onDone={() => {
        announce(t.ordered)
        onClose()
      }}
    >
      <p>
        {payouts.length} {t.unit}　
        <b>
          <Money amount={sumFen(payouts.map(({ amountFen }) => amountFen))} unit />
        </b>
      </p>
    </CommandForm>
  )
}
