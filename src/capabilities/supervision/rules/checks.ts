import { checksFor } from '#capabilities/registers'
import { complaint } from '../registers/complaint.ts'
import { instruction } from '../registers/instruction.ts'

export const complaintChecks = checksFor(complaint, [
  {
    code: 'W_ANSWERED_BY_HANDLER',
    kind: 'unlawful',
    field: 'answeredOn',
    needs: 'case',
    ofAct: true,
    find: ({ answeredOn }, { around, by, before }) =>
      answeredOn !== null && (before?.answeredOn ?? null) === null && by !== undefined && by === around?.case?.handlerId
        ? `您是${around.case.caseNumber}的承办人，不能答复对自己案件的信访，请交其他人办理。`
        : undefined,
  },
  {
    code: 'W_ANSWERED_LATE',
    kind: 'doubtful',
    field: 'answeredOn',
    find: ({ answeredOn, dueOn }) =>
      answeredOn !== null && dueOn !== null && answeredOn > dueOn
        ? `${answeredOn}答复，已过办理期限${dueOn}，不计入按期办结。`
        : undefined,
  },
  {
    code: 'W_ANSWER_WITHOUT_OUTCOME',
    kind: 'doubtful',
    field: 'outcome',
    find: ({ answeredOn, outcome }) =>
      answeredOn !== null && outcome === null ? `${answeredOn}答复而没有办理结果，请补填。` : undefined,
  },
  {
    code: 'W_PROCEDURE_NOT_TAKEN',
    kind: 'doubtful',
    field: 'outcome',
    find: ({ procedure, outcome }) =>
      procedure !== null && procedure !== '无' && outcome !== null && outcome !== '导入法律程序'
        ? `有${procedure}的法定程序，结果却是“${outcome}”，请核对是否应当导入。`
        : undefined,
  },
  {
    code: 'W_ACCEPTED_UNANSWERED',
    kind: 'unlawful',
    field: 'acceptedOn',
    find: ({ acceptedOn, answeredOn }) =>
      acceptedOn !== null && (answeredOn === null || acceptedOn < answeredOn)
        ? `核销日期${acceptedOn}前没有答复，请核对答复日期。`
        : undefined,
  },
])

export const instructionChecks = checksFor(instruction, [
  {
    code: 'W_DUE_BEFORE_GIVEN',
    kind: 'unlawful',
    field: 'dueOn',
    find: ({ instructedOn, dueOn }) =>
      instructedOn !== null && dueOn !== null && dueOn < instructedOn
        ? `完成期限${dueOn}早于批办日期${instructedOn}，请核对。`
        : undefined,
  },
  {
    code: 'W_CLOSED_UNREPORTED',
    kind: 'doubtful',
    field: 'closedOn',
    find: ({ closedOn, reportedOn, verdict }) =>
      closedOn !== null && reportedOn === null && verdict !== '不再需要' ? '办结前没有回复，请核对。' : undefined,
  },
])
