import { checksFor } from '#capabilities/registers'
import { formatYuan } from '#kernel/values/money.ts'
import { day } from '#kernel/values/dates.ts'
import { limitationEnd } from '#law/limitation-end.ts'
import { urgingFile } from '../registers/urging-file.ts'

/** The last day to apply for enforcement of what should have been performed by a day (民事诉讼法 (2023) art. 250). */
export const lastDayToApply = (performBy: string): string =>
  limitationEnd({ from: { performanceEnd: day(performBy) } }).value.end.toString()

export const fileChecks = checksFor(urgingFile, [
  {
    code: 'W_URGED_AFTER_FILING',
    kind: 'doubtful',
    field: 'startedOn',
    needs: 'case',
    find: ({ startedOn }, { around }) =>
      around?.case && startedOn !== null && startedOn > around.case.filedOn
        ? `${around.case.caseNumber}已于${around.case.filedOn}立案执行，督促${startedOn}才启动；申请人可随时申请执行，督促不得拖延立案，请核对。`
        : undefined,
  },
  {
    code: 'W_LIMITATION_OVER',
    kind: 'doubtful',
    field: 'startedOn',
    rule: 'filing.limitation',
    find: ({ startedOn, performBy }) => {
      if (startedOn === null || performBy === null) return undefined
      const last = lastDayToApply(performBy)
      return startedOn > last
        ? `应于${performBy}前履行，申请执行时效已于${last}届满；请告知权利人，并核对是否有中断、中止。`
        : undefined
    },
  },
  {
    code: 'W_WINDOW_BEFORE_START',
    kind: 'unlawful',
    field: 'windowEndsOn',
    find: ({ startedOn, windowEndsOn }) =>
      startedOn !== null && windowEndsOn !== null && windowEndsOn < startedOn
        ? `督促期届满日${windowEndsOn}早于启动日期${startedOn}，请核对两个日期。`
        : undefined,
  },
  {
    code: 'W_PERFORMED_ABOVE',
    kind: 'doubtful',
    field: 'performed',
    find: ({ amount, performed }) =>
      amount !== null && performed !== null && performed > amount
        ? `督促履行${formatYuan(performed)}元多于应履行${formatYuan(amount)}元，请核对金额。`
        : undefined,
  },
  {
    code: 'W_PERFORMED_NOTHING',
    kind: 'doubtful',
    field: 'performed',
    find: ({ outcome, performed }) =>
      outcome === '自动履行' && (performed === null || performed === 0n)
        ? '结果为“自动履行”而没有履行金额，请补填，只有行为义务的请在备注写明。'
        : undefined,
  },
  {
    code: 'W_OUTCOME_WITHOUT_DAY',
    kind: 'doubtful',
    field: 'closedOn',
    find: ({ outcome, closedOn }) =>
      (outcome === null || outcome === '督促中') === (closedOn === null)
        ? undefined
        : closedOn === null
          ? `结果为“${outcome}”而没有办结日期，请补填。`
          : `${closedOn}办结而没有督促结果，请补填。`,
  },
  {
    code: 'W_FILED_WITHOUT_CASE',
    kind: 'doubtful',
    field: 'caseNumber',
    find: ({ outcome, caseNumber }) =>
      outcome === '未履行转申请执行' && caseNumber === null ? '转申请执行而没有执行案号，立案后请补填。' : undefined,
  },
])
