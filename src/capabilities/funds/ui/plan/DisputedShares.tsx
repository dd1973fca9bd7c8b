import { z } from 'zod'
import { formatYuan } from '#kernel/values/money.ts'
import type { Control } from '#web/components/FormField.tsx'
import { useLabels } from '#web/language.ts'
import { AmountInput } from '../AmountInput.tsx'
import { planLabels } from './plan-labels.ts'
import type { Plan } from './use-plan.ts'

type Props = Control & { readonly shares: Plan['shares'] }
const Chosen = z.array(z.object({ shareId: z.string(), disputedFen: z.string() })).catch([])

/** How much of each share is in dispute; an empty line is not. */
export function DisputedShares({ id, value, onChange, describedBy, shares }: Props) {
  const t = useLabels(planLabels)
  const chosen = Chosen.parse(value)
  const set = (shareId: string, fen: bigint | null) => {
    const others = chosen.filter((one) => one.shareId !== shareId)
    onChange(fen === null || fen <= 0n ? others : [...others, { shareId, disputedFen: fen.toString() }])
  }
  return (
    <ul id={id} className="dx-funds-disputes" aria-describedby={describedBy}>
      {shares.map(({ shareId, creditor, awardedFen, proposedFen }) => {
        const fen = chosen.find((one) => one.shareId === shareId)?.disputedFen
        return (
          <li key={shareId}>
            <span className="dx-cut" title={creditor}>
              {creditor}
            </span>
            <AmountInput
              label={`${t.disputed} ${creditor}`}
              amountFen={fen === undefined ? null : BigInt(fen)}
              placeholder={formatYuan(awardedFen - proposedFen)}
              onChange={(next) => set(shareId, next)}
            />
          </li>
        )
      })}
    </ul>
  )
}
