import { label, type Label } from '#kernel/values/labels.ts'
import { useText } from '#web/language.ts'

/** What money is held for. */
export const accountLabels: Readonly<Record<string, Label>> = {
  bank: label('银行存款', 'Bank'),
  case: label('案款', 'Case money'),
  fee: label('执行费', 'Fee'),
  guarantee: label('担保金', 'Guarantee'),
  'auction-deposit': label('拍卖保证金', 'Auction deposit'),
  fine: label('罚款', 'Fine'),
  bounty: label('悬赏金', 'Bounty'),
  refundable: label('待退款', 'Refundable'),
  interest: label('利息', 'Interest'),
  deposited: label('提存', 'Put aside'),
  unknown: label('不明款', 'Unknown'),
  unexplained: label('待核付出', 'Unexplained'),
}

/** The words for a code of the books, or the code itself. */
export function Named({ of: code, titles }: { readonly of: string; readonly titles: Readonly<Record<string, Label>> }) {
  const text = useText()
  const title = titles[code]
  return title ? text(title) : code
}
