import { label, type Label } from '#kernel/values/labels.ts'
import {
  terminationGate,
  terminationReasons,
  terminationReasonText,
  type TerminationReason,
} from '#law/termination-gate.ts'
import { formatCitation } from '#law/citation.ts'
import { eventKinds, type EventKind } from '../stages.ts'
import { remedyEvents, terminationFactsOf, type Happened } from './termination-facts.ts'

type Item = {
  readonly title: Label
  /** Events that prove it, the last one counts. */
  readonly proofs: readonly EventKind[]
  /** Only asked when one of these happened. */
  readonly onlyIf?: readonly EventKind[]
}

/** What each reason of the gate asks for, said as something done. */
const items: Readonly<Record<TerminationReason, Item>> = {
  NOTICE_NOT_SERVED: { title: label('执行通知已送达', 'Notice served'), proofs: ['notice-served'] },
  REPORT_ORDER_NOT_SERVED: { title: label('报告财产令已送达', 'Report order served'), proofs: ['report-order-served'] },
  REPORT_NOT_VERIFIED: {
    title: label('财产报告已核查', 'Report verified'),
    proofs: ['report-verified', 'report-refused'],
  },
  REPORT_VIOLATION_UNSANCTIONED: {
    title: label('违反报告义务已处罚', 'Breach of the report duty sanctioned'),
    proofs: ['report-sanctioned'],
    onlyIf: ['report-late', 'report-refused', 'report-false'],
  },
  RESTRICTION_NOT_ISSUED: {
    title: label('已发限制消费令', 'Consumption restricted'),
    proofs: ['consumption-restricted'],
  },
  DISHONEST_NOT_LISTED: {
    title: label('符合条件的已纳入失信名单', 'Listed where the conditions are met'),
    proofs: ['dishonest-listed'],
    onlyIf: ['dishonest-qualified'],
  },
  INVESTIGATION_NETWORK_MISSING: { title: label('已完成网络查控', 'Online inquiry made'), proofs: ['first-inquiry'] },
  INVESTIGATION_CLUES_UNVERIFIED: {
    title: label('财产线索已核实', 'Clues verified'),
    proofs: ['clue-verified'],
    onlyIf: ['clue-provided'],
  },
  INVESTIGATION_FIELD_MISSING: {
    title: label('网络未覆盖的财产已现场调查', 'Field work where the network does not reach'),
    proofs: ['network-covers', 'field-investigated'],
  },
  INVESTIGATION_SEARCH_MISSING: {
    title: label('有隐匿情形的已搜查', 'Searched where there is concealment'),
    proofs: ['searched'],
    onlyIf: ['concealment-found'],
  },
  INVESTIGATION_AUDIT_BOUNTY_PENDING: {
    title: label('审计、悬赏申请已办结', 'Audit or bounty done'),
    proofs: ['audit-or-bounty-done'],
    onlyIf: ['audit-or-bounty-asked'],
  },
  ASSETS_AVAILABLE: {
    title: label('没有可供执行的财产，或不能处置', 'No assets, or none that can be sold'),
    proofs: ['assets-none', 'assets-unsaleable'],
  },
  UNDER_THREE_MONTHS: { title: label('立案已超过三个月', 'Over three months since filing'), proofs: ['filed'] },
  DEBTOR_NOT_SOUGHT: {
    title: label('下落不明的已依法查找', 'Missing debtor sought'),
    proofs: ['debtor-sought'],
    onlyIf: ['debtor-missing'],
  },
  OBSTRUCTION_UNSANCTIONED: {
    title: label('妨害执行已处罚', 'Obstruction sanctioned'),
    proofs: ['obstruction-sanctioned'],
    onlyIf: ['obstruction'],
  },
  CRIME_NOT_REFERRED: {
    title: label('涉嫌拒执犯罪已移送', 'Suspected crime referred'),
    proofs: ['crime-referred'],
    onlyIf: ['crime-suspected'],
  },
  APPLICANT_NOT_INFORMED: {
    title: label('已告知申请执行人并听取意见', 'Applicant informed and heard'),
    proofs: ['applicant-informed'],
  },
  NO_SIGNATURE_NO_PANEL: {
    title: label('申请执行人签字，或合议庭评议', 'Signed by the applicant, or reviewed by a panel'),
    proofs: ['applicant-signed', 'panel-reviewed'],
  },
  NO_PRESIDENT_APPROVAL: {
    title: label('申请执行人签字，或院长批准', 'Signed by the applicant, or approved by the president'),
    proofs: ['applicant-signed', 'president-approved'],
  },
}

/** The whole list of 终本 for one case on one day: what is met and by which event, what is missing, what does not apply. */
export function terminationChecks(happened: Happened, filedOn: Temporal.PlainDate, on: Temporal.PlainDate) {
  const { value, citations, workings } = terminationGate(terminationFactsOf(happened, filedOn, on))
  const missing = new Set(value.reasons)
  return {
    checks: terminationReasons.map((id) => checkOf(id, missing.has(id), happened)),
    citations: citations.map(formatCitation),
    workings: workings.slice(-1),
  }
}

function checkOf(id: TerminationReason, fails: boolean, happened: Happened) {
  const { title, proofs, onlyIf } = items[id]
  const asked = onlyIf === undefined || onlyIf.some((kind) => happened.has(kind))
  const proof = fails || !asked ? null : proofOf(proofs, happened)
  const kind = remedyEvents[id]
  return {
    id,
    title,
    state: fails ? ('missing' as const) : asked ? ('met' as const) : ('not-applicable' as const),
    missing: fails ? terminationReasonText(id) : null,
    proof,
    remedy: fails && kind ? { kind, title: eventKinds[kind].title } : null,
  }
}

function proofOf(proofs: readonly EventKind[], happened: Happened) {
  for (const kind of proofs) {
    const on = happened.get(kind)
    if (on) return { title: eventKinds[kind].title, on: on.toString() }
  }
  return null
}
