import type { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { Money } from '#web/components/Money.tsx'
import { useText } from '#web/language.ts'
import type { Composition as Shape } from '../reconciliation/contract.ts'

type Parts = z.output<typeof Shape>
const titles: Readonly<Record<keyof Parts, Label>> = {
  unpaidKnown: label('已认领待发', 'Claimed, not paid'),
  refundsDue: label('待退款', 'Refunds due'),
  feesHeld: label('执行费', 'Fees'),
  unknown: label('不明款', 'Unknown'),
  guarantees: label('担保金', 'Guarantees'),
  auctionDeposits: label('拍卖保证金', 'Auction deposits'),
  interest: label('利息', 'Interest'),
  fines: label('罚款', 'Fines'),
  bounties: label('悬赏金', 'Bounties'),
  deposited: label('提存', 'Put aside'),
}

/** To whom the money at the bank belongs, kind by kind. */
export function Composition({ of: parts }: { readonly of: Parts }) {
  const text = useText()
  return (
    <dl className="dx-funds-composition">
      {Object.entries(titles).map(([name, title]) => (
        <div key={name}>
          <dt>{text(title)}</dt>
          <dd>
            <Money amount={parts[name as keyof Parts]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
