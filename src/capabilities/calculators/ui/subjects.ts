import { type Label, label } from '#kernel/values/labels.ts'
import { type CalculatorName, calculators } from '#law/calc.ts'

export type Subject = { readonly title: Label; readonly names: readonly CalculatorName[] }

/** Every calculation under the desk that asks for it most. */
export const subjects: readonly Subject[] = [
  {
    title: label('费用利息', 'Fees and interest'),
    names: ['enforcementFee', 'preservationFee', 'doubledInterest', 'ordinaryInterest', 'settleRepayments'],
  },
  {
    title: label('期间期限', 'Periods'),
    names: ['periodEnd', 'latestDateBefore', 'hoursEnd', 'caseTimeLimit', 'limitationEnd', 'serviceByPublication'],
  },
  { title: label('查封冻结', 'Seizure'), names: ['seizureExpiry', 'seizureStatus'] },
  {
    title: label('分配与发放', 'Distribution and payout'),
    names: ['distribute', 'payoutDeadline', 'bountyPayout'],
  },
  { title: label('拍卖', 'Auction'), names: ['auctionFloor', 'depositRange', 'auctionNotice'] },
  {
    title: label('强制措施', 'Coercive measures'),
    names: ['summonsLimit', 'detentionCheck', 'detentionEnd', 'fineCheck', 'custodyCredit', 'sentenceEnd'],
  },
  {
    title: label('终本与失信', 'End of a round and dishonest list'),
    names: ['terminationGate', 'postTerminationLookups', 'dishonestListing', 'dishonestRemoval'],
  },
  {
    title: label('证件案号', 'Identifiers'),
    names: [
      'parseCaseNumber',
      'formatCaseNumber',
      'validateResidentId',
      'validateUscc',
      'residentIdCheckDigit',
      'usccCheckDigit',
      'orgCodeCheckDigit',
    ],
  },
  { title: label('金额与比率', 'Sums and ratios'), names: ['amountInChinese', 'ratio'] },
]

export const titleOf = (name: CalculatorName): Label => label(calculators[name].titleZh, calculators[name].titleEn)

/** The subjects with the calculations that a text names, by either language; an empty text names all. */
export function subjectsFor(typed: string): readonly Subject[] {
  const wanted = typed.trim().toLowerCase()
  const says = ({ zh, en }: Label) => zh.includes(wanted) || en.toLowerCase().includes(wanted)
  return subjects
    .map((subject) => ({
      ...subject,
      names: says(subject.title) ? subject.names : subject.names.filter((name) => says(titleOf(name))),
    }))
    .filter(({ names }) => names.length > 0)
}
