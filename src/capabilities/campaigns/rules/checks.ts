import { checksFor } from '#capabilities/registers'
import { formatYuan } from '#kernel/values/money.ts'
import { clearingCase, clearingVisit } from '../registers/clearing.ts'

/** What counts as 出清. Resumed and not yet finished, and found unable to pay, are no clearing. */
export const clearingOutcomes: readonly string[] = [
  '执行完毕',
  '和解履行完毕',
  '申请人撤回执行申请',
  '终结执行（法定事由）',
  '执转破受理',
  '司法救助后终结',
]

/** 政法委员, 民警, 网格员. */
const crewSize = 3
const crewAmiss = (crew: readonly string[]): string | undefined =>
  crew.length === crewSize ? undefined : `三人小组写了${crew.length}人，应有政法委员、民警、网格员各一人，请补齐。`

export const clearingChecks = checksFor(clearingCase, [
  {
    code: 'W_NOT_TERMINATED',
    kind: 'unlawful',
    field: 'caseNumber',
    needs: 'case',
    ofAct: true,
    find: (_entry, { around, by, before }) =>
      by !== undefined && !before && around?.case && around.case.manner !== 'round-terminated'
        ? `${around.case.caseNumber}没有以终结本次执行程序结案，不在终本库，请核对案号。`
        : undefined,
  },
  {
    code: 'W_CREW_INCOMPLETE',
    kind: 'unlawful',
    field: 'crew',
    find: ({ crew }) => (crew.length === 0 ? undefined : crewAmiss(crew)),
  },
  {
    code: 'W_CLEARED_WITHOUT_CREW',
    kind: 'doubtful',
    field: 'crew',
    find: ({ cleared, crew }) =>
      cleared === true && crew.length === 0 ? '已出清而没有三人小组，请核对是否由小组协助出清。' : undefined,
  },
  {
    code: 'W_NO_CLEARING_OUTCOME',
    kind: 'doubtful',
    field: 'result',
    find: ({ cleared, result }) =>
      cleared === true && (result === null || !clearingOutcomes.includes(result))
        ? `写明已出清，出清结果${result === null ? '没有填写' : `“${result}”不属于出清`}，请核对。`
        : undefined,
  },
  {
    code: 'W_CLEARED_WITHOUT_DAY',
    kind: 'doubtful',
    field: 'clearedOn',
    find: ({ cleared, clearedOn }) =>
      cleared === true && clearedOn === null ? '写明已出清而没有出清日期，请补填；补填前不计入任何期间。' : undefined,
  },
  {
    code: 'W_RESUMED_WITHOUT_NUMBER',
    kind: 'doubtful',
    field: 'resumedNumber',
    rule: 'terminate.resume',
    find: ({ via, resumedNumber }) =>
      via === '恢复执行' && resumedNumber === null ? '经恢复执行出清而没有执恢案号，请补填。' : undefined,
  },
  {
    code: 'W_CLEARED_ABOVE_UNPAID',
    kind: 'doubtful',
    field: 'money',
    find: ({ money, unpaid }) =>
      money !== null && unpaid !== null && money > unpaid
        ? `清仓到位${formatYuan(money)}元多于未履行${formatYuan(unpaid)}元，请核对。`
        : undefined,
  },
])

export const visitChecks = checksFor(clearingVisit, [
  { code: 'W_CREW_INCOMPLETE', kind: 'unlawful', field: 'crew', find: ({ crew }) => crewAmiss(crew) },
])
