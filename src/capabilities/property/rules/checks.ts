import { termChecks } from '#capabilities/preservation'
import { checksFor } from '#capabilities/registers'
import { formatYuan } from '#kernel/values/money.ts'
import { asset } from '../registers/asset.ts'
import { inquiry } from '../registers/inquiry.ts'
import { seizure } from '../registers/seizure.ts'

export const seizureChecks = checksFor(seizure, [
  ...termChecks,
  {
    // A terminated round leaves the claim alive and seizures may follow (终本规定 art. 16); any other end does not.
    code: 'W_SEIZED_AFTER_END',
    kind: 'unlawful',
    field: 'startsOn',
    rule: 'terminate.continue',
    needs: 'case',
    ofAct: true,
    find: ({ startsOn }, { around, by, before }) => {
      const closed = around?.case
      return by !== undefined &&
        !before &&
        closed?.closedOn &&
        closed.manner !== 'round-terminated' &&
        startsOn !== null &&
        startsOn > closed.closedOn
        ? `${closed.caseNumber}已于${closed.closedOn}结案且不是终结本次执行程序，不能再采取查封、扣押、冻结；请先恢复执行立案。`
        : undefined
    },
  },
  {
    code: 'W_RELEASED_WITHOUT_REASON',
    kind: 'doubtful',
    field: 'releaseReason',
    find: ({ releasedOn, releaseReason }) =>
      releasedOn !== null && releaseReason === null ? `${releasedOn}解除而没有写原因，请补填。` : undefined,
  },
])

export const assetChecks = checksFor(asset, [
  {
    code: 'W_DISPOSED_FOR_NOTHING',
    kind: 'doubtful',
    field: 'proceeds',
    find: ({ disposedOn, disposal, proceeds }) =>
      disposedOn !== null && disposal !== '交付' && disposal !== '退还' && (proceeds === null || proceeds === 0n)
        ? `${disposedOn}处置而没有处置金额，请补填。`
        : undefined,
  },
  {
    code: 'W_DISPOSED_AND_NOT',
    kind: 'doubtful',
    field: 'hindrance',
    find: ({ disposedOn, hindrance }) =>
      disposedOn !== null && hindrance !== null ? `已于${disposedOn}处置，又写“${hindrance}”，请核对。` : undefined,
  },
])

export const inquiryChecks = checksFor(inquiry, [
  {
    code: 'W_NOTHING_WITH_MONEY',
    kind: 'doubtful',
    field: 'result',
    find: ({ result, amount }) =>
      result === '无财产' && amount !== null && amount > 0n
        ? `结果为“无财产”，反馈金额却有${formatYuan(amount)}元，请核对。`
        : undefined,
  },
])
