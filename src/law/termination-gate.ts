import { formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { monthsAfter } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { terminationWait } from './parameters.ts'
import { ruleOn } from './rules.ts'

/** What is on file when a round of enforcement is to be ended (终本). A step without proof counts as not done. */
export type TerminationFacts = {
  readonly noticeServed?: boolean | undefined
  readonly reportOrderServed?: boolean | undefined
  readonly reportVerified?: boolean | undefined
  /** `late` means without proper reason. */
  readonly reportViolation?: 'none' | 'late' | 'refused' | 'false' | undefined
  readonly reportViolationSanctioned?: boolean | undefined
  readonly restrictionIssued?: boolean | undefined
  readonly dishonestQualified?: boolean | undefined
  readonly dishonestListed?: boolean | undefined
  readonly networkQueried?: boolean | undefined
  /** The online system covers the kinds of property; else field work is needed. */
  readonly networkCovers?: boolean | undefined
  readonly cluesProvided?: boolean | undefined
  readonly cluesVerified?: boolean | undefined
  readonly fieldInvestigated?: boolean | undefined
  readonly concealment?: boolean | undefined
  readonly searched?: boolean | undefined
  readonly auditOrBountyPending?: boolean | undefined
  /** Anything but `none` and `unsaleable` blocks, not knowing included. */
  readonly assets?: string | undefined
  readonly filedOn?: Temporal.PlainDate | undefined
  readonly decisionOn?: Temporal.PlainDate | undefined
  readonly debtorMissing?: boolean | undefined
  readonly debtorSought?: boolean | undefined
  readonly obstruction?: boolean | undefined
  readonly obstructionSanctioned?: boolean | undefined
  readonly crimeSuspected?: boolean | undefined
  readonly crimeReferred?: boolean | undefined
  readonly applicantInformed?: boolean | undefined
  readonly applicantSigned?: boolean | undefined
  readonly panelReviewed?: boolean | undefined
  readonly presidentApproved?: boolean | undefined
}

type Test = readonly [missing: (facts: TerminationFacts) => boolean, text: string]

/** In the order of rule `terminate.gate`. */
const tests = {
  NOTICE_NOT_SERVED: [(f) => !f.noticeServed, '未送达执行通知'],
  REPORT_ORDER_NOT_SERVED: [(f) => !f.reportOrderServed, '未送达报告财产令'],
  REPORT_NOT_VERIFIED: [(f) => !f.reportVerified && f.reportViolation !== 'refused', '财产报告未核查'],
  REPORT_VIOLATION_UNSANCTIONED: [
    (f) => f.reportViolation !== undefined && f.reportViolation !== 'none' && !f.reportViolationSanctioned,
    '拒绝报告、虚假报告或逾期报告未依法处罚',
  ],
  RESTRICTION_NOT_ISSUED: [(f) => !f.restrictionIssued, '未发出限制消费令'],
  DISHONEST_NOT_LISTED: [(f) => Boolean(f.dishonestQualified) && !f.dishonestListed, '符合条件而未纳入失信名单'],
  INVESTIGATION_NETWORK_MISSING: [(f) => !f.networkQueried, '未完成网络查控'],
  INVESTIGATION_CLUES_UNVERIFIED: [
    (f) => Boolean(f.cluesProvided) && !f.cluesVerified,
    '申请执行人提供的财产线索未核实',
  ],
  INVESTIGATION_FIELD_MISSING: [(f) => !f.networkCovers && !f.fieldInvestigated, '网络查控未覆盖的财产未现场调查'],
  INVESTIGATION_SEARCH_MISSING: [(f) => Boolean(f.concealment) && !f.searched, '有隐匿财产、会计资料情形而未搜查'],
  INVESTIGATION_AUDIT_BOUNTY_PENDING: [(f) => Boolean(f.auditOrBountyPending), '审计调查或悬赏申请尚未办结'],
  ASSETS_AVAILABLE: [(f) => f.assets !== 'none' && f.assets !== 'unsaleable', '有可供执行的财产，或财产情况不明'],
  UNDER_THREE_MONTHS: [(f) => !overThreeMonths(f), '立案未超过三个月'],
  DEBTOR_NOT_SOUGHT: [(f) => Boolean(f.debtorMissing) && !f.debtorSought, '被执行人下落不明而未依法查找'],
  OBSTRUCTION_UNSANCTIONED: [(f) => Boolean(f.obstruction) && !f.obstructionSanctioned, '妨害执行行为未依法处罚'],
  CRIME_NOT_REFERRED: [(f) => Boolean(f.crimeSuspected) && !f.crimeReferred, '涉嫌拒执犯罪未移送'],
  APPLICANT_NOT_INFORMED: [(f) => !f.applicantInformed, '未告知申请执行人并听取意见'],
  NO_SIGNATURE_NO_PANEL: [(f) => !f.applicantSigned && !f.panelReviewed, '申请执行人未签字确认，也未经合议庭评议'],
  NO_PRESIDENT_APPROVAL: [(f) => !f.applicantSigned && !f.presidentApproved, '申请执行人未签字确认，也未经院长批准'],
} as const satisfies Readonly<Record<string, Test>>

export type TerminationReason = keyof typeof tests
export type TerminationVerdict = { readonly pass: boolean; readonly reasons: readonly TerminationReason[] }

export const terminationReasons = Object.keys(tests) as readonly TerminationReason[]
export const terminationReasonText = (reason: TerminationReason): string => tests[reason][1]

/**
 * Whether this round of enforcement may be ended (终结本次执行程序), and if not, everything that is missing.
 *
 * The applicant's signature replaces panel and president only; it heals nothing else. A refused report cannot be verified
 * and need not be. The corresponding day after three months is itself too early.
 *
 * Law: 法〔2016〕373号 arts. 1–5; 解释 (2022) art. 517.
 */
export function terminationGate(facts: TerminationFacts): Finding<TerminationVerdict> {
  const reasons = terminationReasons.filter((reason) => tests[reason][0](facts))
  const grounds = [ruleOn('terminate.gate', facts.decisionOn), ruleOn('terminate.three-months', facts.filedOn)]
  return finding({ pass: reasons.length === 0, reasons }, grounds, () =>
    reasons.length === 0
      ? ['终本条件均已具备', waitText(facts)]
      : [...reasons.map(terminationReasonText), waitText(facts)],
  )
}

function overThreeMonths({ filedOn, decisionOn }: TerminationFacts): boolean {
  if (!filedOn || !decisionOn) return false
  return isBefore(monthsAfter(filedOn, valueOn(terminationWait, filedOn).value), decisionOn)
}

function waitText({ filedOn, decisionOn }: TerminationFacts): string {
  if (!filedOn || !decisionOn) return '缺少立案日期或决定日期'
  const wait = valueOn(terminationWait, filedOn).value
  return `${formatDayZh(filedOn)}立案，满${wait}个月为${formatDayZh(monthsAfter(filedOn, wait))}，决定日${formatDayZh(decisionOn)}须在其后`
}
