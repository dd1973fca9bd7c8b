import { checksFor, doneLate, type EntryCheck } from '#capabilities/registers'
import { day, formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { ruleDeadline } from '#law/rule-deadline.ts'
import { bankruptcyTransfer } from '../registers/bankruptcy-transfer.ts'

/** What cannot be before, or without, something else. */
const mustFollow = [
  ['servedOn', 'decidedOn'],
  ['handedOverOn', 'acceptedOn'],
  ['declaredOn', 'acceptedOn'],
  ['returnedOn', 'sentOn'],
] as const

/** 解释 (2022) arts. 511–513; 法发〔2017〕2号 arts. 2–17. */
export const transferChecks: readonly EntryCheck[] = [
  ...checksFor(bankruptcyTransfer, [
    {
      code: 'W_NOT_A_COMPANY',
      kind: 'unlawful',
      field: 'person',
      rule: 'bankrupt.conditions',
      needs: 'case',
      find: ({ person }, { around }) =>
        around?.debtor?.kind === 'person' || around?.debtor?.kind === 'unincorporated'
          ? `“${person ?? ''}”是${around.debtor.kind === 'person' ? '自然人' : '非法人组织'}；执行案件移送破产审查的只能是企业法人，请核对被执行人。`
          : undefined,
    },
    {
      code: 'W_DECIDED_WITHOUT_CONSENT',
      kind: 'unlawful',
      field: 'decidedOn',
      rule: 'bankrupt.conditions',
      find: ({ consentedOn, decidedOn, sentOn }) =>
        consentedOn === null && (decidedOn !== null || sentOn !== null)
          ? '没有被执行人或者任一申请执行人的书面同意，不能决定移送；请先登记同意移送。'
          : undefined,
    },
    {
      code: 'W_DECIDED_AGAINST_REVIEW',
      kind: 'unlawful',
      field: 'decidedOn',
      rule: 'bankrupt.conditions',
      find: ({ decidedOn, review }) =>
        decidedOn !== null && review === '不符合移送条件'
          ? '合议审查意见为“不符合移送条件”，不能决定移送，请核对审查意见。'
          : undefined,
    },
    {
      // The panel reviews, then the president signs (法发〔2017〕2号 art. 5). Sheets that keep no such column say nothing of it.
      code: 'W_DECIDED_WITHOUT_REVIEW',
      kind: 'unlawful',
      field: 'decidedOn',
      rule: 'bankrupt.conditions',
      ofAct: true,
      find: ({ decidedOn, reviewedOn }, { by, before }) =>
        by !== undefined &&
        (before?.decidedOn ?? null) === null &&
        decidedOn !== null &&
        (reviewedOn === null || reviewedOn > decidedOn)
          ? `移送决定日期${decidedOn}前没有合议审查，请先登记合议日期和审查意见。`
          : undefined,
    },
    {
      code: 'W_STAGES_OUT_OF_ORDER',
      kind: 'unlawful',
      field: 'acceptedOn',
      find: (entry) => {
        const found = mustFollow.find(([later, earlier]) => {
          const [then, first] = [entry[later], entry[earlier]]
          return then !== null && (first === null || then < first)
        })
        if (!found) return undefined
        const [later, earlier] = found.map((field) => bankruptcyTransfer.fields[field].title.zh)
        return `${later}${entry[found[0]]}前没有${earlier}，请核对两个日期。`
      },
    },
    {
      code: 'W_SENT_WITHOUT_DECISION',
      kind: 'unlawful',
      field: 'sentOn',
      find: ({ decidedOn, sentOn }) =>
        sentOn !== null && (decidedOn === null || sentOn < decidedOn)
          ? `材料移送日期${sentOn}前没有移送决定，请核对移送决定日期。`
          : undefined,
    },
    {
      code: 'W_RULED_BEFORE_SENT',
      kind: 'unlawful',
      field: 'acceptedOn',
      find: ({ sentOn, acceptedOn }) =>
        acceptedOn !== null && (sentOn === null || acceptedOn < sentOn)
          ? `受理日期${acceptedOn}前没有移送材料，请核对材料移送日期。`
          : undefined,
    },
    {
      code: 'W_RULING_LATE',
      kind: 'doubtful',
      field: 'acceptedOn',
      rule: 'bankrupt.reply',
      ages: true,
      find: ({ sentOn, acceptedOn, returnedOn }, { today }) => {
        if (sentOn === null) return undefined
        const [last, ruled] = [ruleDeadline('bankrupt.reply', day(sentOn)).value.end, acceptedOn ?? returnedOn]
        return isBefore(last, day(ruled ?? today))
          ? `材料${sentOn}移送，受移送法院应在${formatDayZh(last)}前裁定是否受理，${ruled === null ? '至今没有答复，请发函催问' : `${ruled}才答复`}。`
          : undefined
      },
    },
    {
      code: 'W_ACCEPTED_WITHOUT_NUMBER',
      kind: 'doubtful',
      field: 'bankruptcyNumber',
      find: ({ acceptedOn, bankruptcyNumber }) =>
        acceptedOn !== null && bankruptcyNumber === null ? `${acceptedOn}受理而没有破产案号，请补填。` : undefined,
    },
    {
      code: 'W_ACCEPTED_AND_RETURNED',
      kind: 'doubtful',
      field: 'returnedOn',
      find: ({ acceptedOn, returnedOn }) =>
        acceptedOn !== null && returnedOn !== null
          ? `既有受理日期${acceptedOn}，又有退回日期${returnedOn}，请核对。`
          : undefined,
    },
  ]),
  doneLate(bankruptcyTransfer, {
    code: 'W_DECISION_SERVED_LATE',
    rule: 'bankrupt.decision',
    from: 'decidedOn',
    done: 'servedOn',
  }),
  doneLate(bankruptcyTransfer, {
    code: 'W_HANDED_OVER_LATE',
    rule: 'bankrupt.accept',
    from: 'acceptedOn',
    done: 'handedOverOn',
  }),
]
