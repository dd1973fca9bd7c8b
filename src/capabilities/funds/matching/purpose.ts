import { inSimplified } from './simplified.ts'

export const arrivalKinds = [
  'case',
  'guarantee',
  'auction-deposit',
  'interest',
  'refundable',
  'returned',
  'reversed',
] as const
/** What the money is for. `returned` is a payout that came back (退汇), `reversed` the bank's own correction (冲正). */
export type ArrivalKind = (typeof arrivalKinds)[number]

/** What the words of a payment say it is for. `doubt` where they leave it open or speak of something else. */
export type Purpose = { readonly kind: ArrivalKind; readonly doubt: string | null }

const sure = (kind: ArrivalKind): Purpose => ({ kind, doubt: null })
const perhaps = (doubt: string): Purpose => ({ kind: 'case', doubt })

const courtFee = /诉讼费|受理费|立案庭|申请费|上诉费/
const caseMoney = /执行|案款|判决|裁决|调解|履行|还款|欠款|赔偿|尾款|成交/
const trade = /货款|房租|租金|学费|运费|往来款|报销|社保|电费|水费|税款|服务费|装修款/

/** `names` says whether a case number stands in the words: then court fees belong to a case and are no stray money. */
export function purposeOf(text: string, names: boolean): Purpose {
  const words = inSimplified(text.normalize('NFKC'))
  if (/退汇|汇款退回|(?:账号|户名)[^，。]*退回/.test(words)) return sure('returned')
  if (/冲正|错账|抹账/.test(words)) return sure('reversed')
  if (!names && /结息|利息入账|季度利息|存款利息/.test(words)) return sure('interest')
  if (/(?:竞买|竞拍|拍卖|竞价|报名)[^，。]{0,4}保证金/.test(words)) return sure('auction-deposit')
  if (/担保金|保全[^，。]{0,4}保证金/.test(words)) return sure('guarantee')
  if (/保证金/.test(words)) return perhaps('附言写了保证金，没有说是哪一种')
  if (courtFee.test(words) && !/执行/.test(words)) return names ? perhaps('附言写了诉讼费') : sure('refundable')
  if (/罚款/.test(words) && !caseMoney.test(words)) return perhaps('附言写的是罚款')
  if (/悬赏|赏金/.test(words)) return perhaps('附言写的是悬赏金')
  if (/退回|退款|退还/.test(words)) return perhaps('附言像是退回的款')
  if (!names && trade.test(words) && !caseMoney.test(words)) return perhaps('附言写的不像案款')
  return sure('case')
}
