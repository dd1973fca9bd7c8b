import { label } from '#kernel/values/labels.ts'
import { percent, type Definition, type Term, type Variant } from '../definition.ts'
import type { CaseFactColumn } from '../tables.ts'
import { closedInBase, closedInPeriod, moneyOf } from './sets.ts'

type Terms = readonly Term<CaseFactColumn>[]

const recovered: Terms = [{ column: 'recovered_fen' }]
const claimed: Terms = [{ column: 'claim_fen' }]
const lessWaived: Terms = [...claimed, { column: 'waived_fen', less: true }]
const enforceable: Terms = [...lessWaived, { column: 'unenforceable_fen', less: true }]

const recoveredInBase = moneyOf('实际到位（结案−销案等）', 'Recovered, closed in the base', closedInBase, recovered)
const recoveredInClosed = moneyOf('实际到位（全部结案）', 'Recovered, all closed', closedInPeriod, recovered)

/** What is held against what came in: only what could be enforced, or all that was claimed. Both bases are named. */
const variantsFor = (
  scope: { readonly zh: string; readonly en: string },
  types: readonly string[],
): readonly [Variant<CaseFactColumn>, ...Variant<CaseFactColumn>[]] => [
  {
    key: 'printed',
    title: label(
      `执行到位率（${scope.zh}，以可供执行的标的额为基数）`,
      `Recovery rate, ${scope.en}, of what could be enforced`,
    ),
    types,
    numerator: recoveredInBase,
    denominator: moneyOf(
      '可供执行标的（申请标的额−放弃核减−无财产可供执行，结案−销案等）',
      'Claimed less waived and without property, closed in the base',
      closedInBase,
      enforceable,
    ),
  },
  {
    key: 'on-full-claim',
    title: label(`执行到位率（${scope.zh}，以申请标的额为基数）`, `Recovery rate, ${scope.en}, of the full claim`),
    types,
    numerator: recoveredInBase,
    denominator: moneyOf('申请标的额（结案−销案等）', 'Claimed, closed in the base', closedInBase, claimed),
  },
  {
    key: 'on-claim-less-waived',
    title: label(
      `执行到位率（${scope.zh}，以标的额减放弃核减为基数）`,
      `Recovery rate, ${scope.en}, of the claim less waived`,
    ),
    types,
    numerator: recoveredInBase,
    denominator: moneyOf(
      '标的减放弃（申请标的额−放弃核减，结案−销案等）',
      'Claimed less waived, closed in the base',
      closedInBase,
      lessWaived,
    ),
  },
  {
    key: 'on-full-claim-all-closed',
    title: label(
      `执行到位率（${scope.zh}，以全部结案的申请标的额为基数）`,
      `Recovery rate, ${scope.en}, full claim, all closed`,
    ),
    types,
    numerator: recoveredInClosed,
    denominator: moneyOf('申请标的额（全部结案）', 'Claimed, all closed', closedInPeriod, claimed),
  },
]

export const recoveryRate: Definition<CaseFactColumn> = {
  id: 'K04',
  version: 1,
  validFrom: '2024-01-01',
  title: label('执行到位率（首次执行）', 'Recovery rate, first enforcement'),
  direction: 'up',
  form: percent,
  source: '按结案日期归期；到账日期口径另计，两者不相等',
  variants: variantsFor({ zh: '首次执行', en: 'first enforcement' }, ['执']),
}

export const recoveryRateAll: Definition<CaseFactColumn> = {
  ...recoveryRate,
  id: 'K05',
  title: label('执行到位率（全部实施案件）', 'Recovery rate, first and resumed'),
  variants: variantsFor({ zh: '首次执行与恢复执行', en: 'first and resumed' }, ['执', '执恢']),
}
