import { checksFor, doneLate, type EntryCheck } from '#capabilities/registers'
import { day, formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { ruleDeadline } from '#law/rule-deadline.ts'
import { bankruptcyTransfer } from '../registers/bankruptcy-transfer.ts'

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
        around?.debtor?.kind === 'person'
          ? `“${person ?? ''}”是自然人；执行案件移送破产审查的只能是企业法人，请核对被执行人。`
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
