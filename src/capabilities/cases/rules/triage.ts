import { formatYuan } from '#kernel/values/money.ts'
import type { Track } from '../tables.ts'

/** What the sorter looks at. */
export type TriageFacts = {
  readonly claimFen: bigint
  readonly applicants: number
  readonly debtors: number
  readonly flags: readonly string[]
  readonly livelihood: string | null
  readonly cause: string | null
  /** The claim asks for an act, or for a house to be vacated. */
  readonly act: boolean
  readonly openObjections: number
  readonly daysSinceFiling: number
}

/** One condition as data: a court changes rows, not code. The first that holds decides. */
export type TriageRule = {
  readonly id: string
  readonly track: Track
  readonly reason: string
  readonly when: TriageCondition
}

type TriageCondition = {
  readonly anyFlag?: readonly string[]
  readonly applicantsAtLeast?: number
  readonly debtorsAtMost?: number
  readonly act?: true
  readonly openObjection?: true
  readonly livelihood?: true
  readonly claimAtMostFen?: bigint
  readonly causeLike?: string
  readonly daysSinceFilingAtLeast?: number
}

export type TriageRules = { readonly version: string; readonly rules: readonly TriageRule[] }

/** The preset of practice handbook §3.4; a court's own set replaces it as a setting with author and date. */
export const presetTriage: TriageRules = {
  version: 'preset-1',
  rules: [
    { id: 'joint', track: 'complex', reason: '重大、敏感或涉稳', when: { anyFlag: ['重大', '敏感', '涉稳'] } },
    { id: 'many-applicants', track: 'complex', reason: '申请执行人十人以上', when: { applicantsAtLeast: 10 } },
    { id: 'act', track: 'complex', reason: '行为执行或腾退', when: { act: true } },
    { id: 'objection', track: 'complex', reason: '有异议或案外人主张', when: { openObjection: true } },
    { id: 'livelihood', track: 'simple', reason: '涉民生，优先快执', when: { livelihood: true } },
    { id: 'fines', track: 'simple', reason: '罚金、诉讼费等批量执行', when: { causeLike: '罚金|没收|诉讼费|退赔' } },
    {
      id: 'small',
      track: 'simple',
      reason: '标的五万元以下、被执行人一人',
      when: { claimAtMostFen: 5_000_000n, debtorsAtMost: 1 },
    },
    { id: 'stuck', track: 'complex', reason: '立案满六十日仍未执结', when: { daysSinceFilingAtLeast: 60 } },
    { id: 'rest', track: 'simple', reason: '其余先入简案，六十日后再分流', when: {} },
  ],
}

export type Sorted = {
  readonly track: Track
  readonly ruleId: string
  readonly ruleVersion: string
  readonly reason: string
}

/** Sorts a case into the fast or the careful track (繁简分流), with the reason that will be shown and kept. */
export function sortCase(facts: TriageFacts, { version, rules }: TriageRules): Sorted {
  const rule = rules.find(({ when }) => holds(when, facts))
  if (!rule) return { track: 'complex', ruleId: 'none', ruleVersion: version, reason: '没有规则适用，按繁案办理' }
  return {
    track: rule.track,
    ruleId: rule.id,
    ruleVersion: version,
    reason: `${rule.reason}（标的 ${formatYuan(facts.claimFen)} 元）`,
  }
}

function holds(when: TriageCondition, facts: TriageFacts): boolean {
  const { anyFlag, applicantsAtLeast, debtorsAtMost, claimAtMostFen, causeLike, daysSinceFilingAtLeast } = when
  return (
    (anyFlag === undefined || facts.flags.some((flag) => anyFlag.includes(flag))) &&
    (applicantsAtLeast === undefined || facts.applicants >= applicantsAtLeast) &&
    (debtorsAtMost === undefined || facts.debtors <= debtorsAtMost) &&
    (when.act === undefined || facts.act) &&
    (when.openObjection === undefined || facts.openObjections > 0) &&
    (when.livelihood === undefined || facts.livelihood !== null) &&
    (claimAtMostFen === undefined || facts.claimFen <= claimAtMostFen) &&
    (causeLike === undefined || new RegExp(causeLike).test(facts.cause ?? '')) &&
    (daysSinceFilingAtLeast === undefined || facts.daysSinceFiling >= daysSinceFilingAtLeast)
  )
}
