import type { CalculatorName } from '#law/calc.ts'
import type { Citation } from '#law/citation.ts'
import { type Rule, versionsOf } from '#law/rules.ts'

type Input = Readonly<Record<string, unknown>>
type Named = readonly string[] | ((input: Input) => readonly string[])

const anyOf = (list: unknown): boolean => Array.isArray(list) && list.length > 0
const when = (holds: boolean, rule: string): readonly string[] => (holds ? [rule] : [])
const chosen = (rules: Readonly<Record<string, string>>, word: unknown): readonly string[] => {
  const rule = rules[String(word)]
  return rule === undefined ? [] : [rule]
}

const sanction = ['measure.approval', 'measure.repeat']
const doubled = ['interest.doubled.rate', 'interest.doubled.start', 'interest.doubled.end']
const listing = ['dishonest.grounds', 'dishonest.exceptions', 'dishonest.term', 'dishonest.minor', 'dishonest.grace']
const rolling = ['period.holiday', 'period.working-day']

/** The rules that each calculation may rest on. Where two share their articles, the input tells which one it was. */
const rulesOf: Readonly<Record<CalculatorName, Named>> = {
  enforcementFee: ['fee.enforcement'],
  preservationFee: ['fee.preservation'],
  doubledInterest: ({ exclusions }) => [...doubled, ...when(anyOf(exclusions), 'interest.doubled.exclusion')],
  ordinaryInterest: ['interest.ordinary'],
  settleRepayments: ({ ordinary }) => [
    'interest.setoff',
    'interest.doubled.rate',
    ...when(Boolean(ordinary), 'interest.ordinary'),
  ],
  distribute: ['order.costs', 'order.secured', 'order.participation', 'order.rounding'],
  amountInChinese: ['id.amount-words'],
  ratio: ['indicator.ratio'],
  periodEnd: ({ unit }) => [
    ...chosen({ day: 'period.start', month: 'period.month-end', year: 'period.month-end' }, unit),
    ...rolling,
  ],
  latestDateBefore: ['period.backward'],
  hoursEnd: ['period.hour'],
  seizureExpiry: ({ kind }) => [...chosen(terms, kind), 'freeze.expiry-effect', 'preserve.renew-apply'],
  seizureStatus: ['freeze.waiting', 'freeze.expiry-effect'],
  caseTimeLimit: ({ kind }) => [...chosen(limits, kind), 'limit.deductions', 'limit.extension', ...rolling],
  payoutDeadline: ({ deferrals }) => [
    'funds.payout.deadline',
    ...(anyOf(deferrals) ? ['funds.payout.deferral', 'funds.payout.after-deferral'] : []),
    'period.start',
    ...rolling,
  ],
  postTerminationLookups: ['terminate.lookup'],
  limitationEnd: ['filing.limitation', ...rolling],
  serviceByPublication: ['service.publication', ...rolling],
  detentionCheck: ['detain.max', ...sanction, 'detain.emergency', 'measure.deputy'],
  fineCheck: ({ subject }) => [...chosen({ person: 'fine.person.max', unit: 'fine.unit.range' }, subject), ...sanction],
  detentionEnd: ['detain.max'],
  summonsLimit: ['summons.hours'],
  custodyCredit: ['crime.credit'],
  sentenceEnd: ['crime.credit'],
  terminationGate: ['terminate.gate', 'terminate.three-months'],
  dishonestListing: ({ extensionYears }) => [...listing, ...when(extensionYears !== undefined, 'dishonest.extension')],
  dishonestRemoval: ['dishonest.delete', 'dishonest.delete-term', 'dishonest.correct', 'period.working-day'],
  auctionFloor: ['auction.first.floor', 'auction.second.floor'],
  depositRange: ['auction.deposit'],
  auctionNotice: ['auction.notice', 'period.backward'],
  bountyPayout: ({ ineligible }) => ['bounty.pay', ...when(ineligible === true, 'bounty.ineligible')],
  parseCaseNumber: ['caseno.format'],
  formatCaseNumber: ['caseno.format'],
  residentIdCheckDigit: ['id.resident'],
  validateResidentId: ['id.resident'],
  usccCheckDigit: ['id.uscc'],
  orgCodeCheckDigit: ['id.uscc'],
  validateUscc: ['id.uscc'],
}

const terms = {
  deposit: 'freeze.deposit.max',
  movable: 'freeze.movable.max',
  immovable: 'freeze.immovable.max',
  otherRight: 'freeze.other.max',
  listedStateShare: 'freeze.listed-share.max',
}
const limits = {
  enforcement: 'limit.enforcement',
  'non-litigation': 'limit.nonlitigation',
  commissioned: 'limit.commissioned',
  objection: 'objection.conduct',
  review: 'objection.review',
  'change-party': 'objection.change-party',
}

const keyOf = ({ instrument, article }: Citation): string => `${instrument} ${article}`

/** The rules, in the version used, whose articles the result cites, each once. */
export function rulesBehind(name: CalculatorName, input: Input, citations: readonly Citation[]): readonly Rule[] {
  const cited = new Set(citations.map(keyOf))
  const named = rulesOf[name]
  return [...new Set(typeof named === 'function' ? named(input) : named)].flatMap((id) => {
    const used = versionsOf(id)
      .filter(({ citation }) => citation.every((one) => cited.has(keyOf(one))))
      .at(-1)
    return used ? [used] : []
  })
}

/** What the result cites beyond the articles of these rules. */
export function citedBeside<Cited extends Citation>(
  rules: readonly Rule[],
  citations: readonly Cited[],
): readonly Cited[] {
  const known = new Set(rules.flatMap(({ citation }) => citation.map(keyOf)))
  return citations.filter((one) => !known.has(keyOf(one)))
}
