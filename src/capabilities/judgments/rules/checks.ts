import { checksFor } from '#capabilities/registers'
import { judgment } from '../registers/judgment.ts'

const kept = ['自动履行完毕', '按期分期履行']

export const judgmentChecks = checksFor(judgment, [
  {
    code: 'W_DEADLINE_BEFORE_EFFECT',
    kind: 'doubtful',
    field: 'performBy',
    find: ({ effectiveOn, performBy }) =>
      effectiveOn !== null && performBy !== null && performBy < effectiveOn
        ? `履行期限届满日${performBy}早于生效日期${effectiveOn}，请核对两个日期。`
        : undefined,
  },
  {
    code: 'W_DUTY_WITHOUT_DEADLINE',
    kind: 'doubtful',
    field: 'performBy',
    find: ({ hasDuty, effectiveOn, performBy }) =>
      hasDuty === true && effectiveOn !== null && performBy === null
        ? '有履行义务而没有履行期限届满日，到期不会提醒，也不计入自动履行率；文书没有写期限的，填生效之日。'
        : undefined,
  },
  {
    code: 'W_PERFORMED_WITHOUT_HOW',
    kind: 'doubtful',
    field: 'performance',
    find: ({ performedOn, performance }) =>
      performedOn !== null && performance === null ? `${performedOn}履行而没有写履行方式，请补填。` : undefined,
  },
  {
    code: 'W_ENFORCED_THOUGH_PERFORMED',
    kind: 'doubtful',
    field: 'performance',
    find: ({ performance, caseNumber }) =>
      performance !== null && kept.includes(performance) && caseNumber !== null
        ? `写明“${performance}”，又有执行案号${caseNumber}，请核对。`
        : undefined,
  },
  {
    code: 'W_ENFORCED_BEFORE_DEADLINE',
    kind: 'doubtful',
    field: 'performBy',
    rule: 'filing.conditions',
    needs: 'case',
    find: ({ performBy }, { around }) =>
      around?.case && performBy !== null && around.case.filedOn <= performBy
        ? `${around.case.caseNumber}于${around.case.filedOn}立案执行，履行期限到${performBy}才届满，请核对。`
        : undefined,
  },
])
