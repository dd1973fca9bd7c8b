import { checksFor, doneLate } from '#capabilities/registers'
import { feedback } from '../registers/feedback.ts'
import { gridTask } from '../registers/grid-task.ts'

/** A clear property clue is checked within its days (法释〔2020〕21号 财产调查规定 art. 2). */
export const feedbackChecks = checksFor(feedback, [
  doneLate(feedback, {
    code: 'W_CLUE_CHECKED_LATE',
    rule: 'limit.clue',
    from: 'fedBackOn',
    done: 'checkedOn',
    when: ({ category }) => category === '财产',
  }),
  {
    code: 'W_CHECKED_BEFORE_FEEDBACK',
    kind: 'unlawful',
    field: 'checkedOn',
    find: ({ fedBackOn, checkedOn }) =>
      fedBackOn !== null && checkedOn !== null && checkedOn < fedBackOn
        ? `核查日期${checkedOn}早于反馈日期${fedBackOn}，请核对两个日期。`
        : undefined,
  },
  {
    code: 'W_EFFECT_OF_INVALID',
    kind: 'doubtful',
    field: 'effect',
    find: ({ effect, verdict }) =>
      effect !== null && verdict === '无效' ? `核查结论为“无效”，却登记了成效“${effect}”，请核对。` : undefined,
  },
])

export const taskChecks = checksFor(gridTask, [
  {
    code: 'W_DUE_BEFORE_SENT',
    kind: 'unlawful',
    field: 'dueOn',
    find: ({ sentOn, dueOn }) =>
      sentOn !== null && dueOn !== null && dueOn < sentOn
        ? `反馈期限${dueOn}早于派发日期${sentOn}，请核对期限。`
        : undefined,
  },
  {
    code: 'W_ANSWERED_WITHOUT_OUTCOME',
    kind: 'doubtful',
    field: 'outcome',
    find: ({ answeredOn, outcome }) =>
      answeredOn !== null && outcome === null ? `${answeredOn}办结而没有写办理结果，请补填。` : undefined,
  },
])
