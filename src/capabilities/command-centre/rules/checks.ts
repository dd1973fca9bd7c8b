import { checksFor, type EntryCheck } from '#capabilities/registers'
import { shift } from '../registers/shift.ts'
import { workOrder } from '../registers/work-order.ts'

export const shiftChecks: readonly EntryCheck[] = checksFor(shift, [
  {
    code: 'W_SHIFT_WITHOUT_LEADER',
    kind: 'doubtful',
    field: 'leader',
    find: ({ leader }) => (leader === null ? '没有带班领导，请补排。' : undefined),
  },
  {
    code: 'W_SHIFT_WITHOUT_BAILIFF',
    kind: 'doubtful',
    field: 'bailiffs',
    find: ({ bailiffs }) => (bailiffs.length === 0 ? '没有值班法警，出警时无人可派，请补排。' : undefined),
  },
  {
    code: 'W_HANDED_OVER_WITHOUT_NOTE',
    kind: 'unlawful',
    field: 'note',
    find: ({ handedOverOn, note }) =>
      handedOverOn !== null && note === null ? '交接班须写交接事项；没有未了事项的写“无”。' : undefined,
  },
])

export const orderChecks: readonly EntryCheck[] = checksFor(workOrder, [
  {
    code: 'W_DUE_BEFORE_REQUEST',
    kind: 'unlawful',
    field: 'dueOn',
    find: ({ requestedOn, dueOn }) =>
      requestedOn !== null && dueOn !== null && dueOn < requestedOn
        ? `应办结日期${dueOn}早于提出日期${requestedOn}，请核对两个日期。`
        : undefined,
  },
  {
    code: 'W_FINISHED_WITHOUT_OUTCOME',
    kind: 'unlawful',
    field: 'outcome',
    find: ({ finishedOn, outcome }) =>
      finishedOn !== null && outcome === null ? '已办结而没有办理结果，请补填。' : undefined,
  },
  {
    code: 'W_FINISHED_LATE',
    kind: 'doubtful',
    field: 'finishedOn',
    find: ({ finishedOn, dueOn }) =>
      finishedOn !== null && dueOn !== null && finishedOn > dueOn
        ? `应于${dueOn}前办结，${finishedOn}才办结，请写明原因。`
        : undefined,
  },
  {
    code: 'W_SUSPENDED_WITHOUT_END',
    kind: 'unlawful',
    field: 'suspendedUntil',
    find: ({ suspendedOn, suspendedUntil, suspendReason }) =>
      suspendedOn !== null && (suspendedUntil === null || suspendReason === null)
        ? '挂起须写明原因和截止日期。'
        : undefined,
  },
])
