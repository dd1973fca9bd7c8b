import { checksFor, type EntryCheck } from '#capabilities/registers'
import type { LedgerRecord } from '#capabilities/ledgers'
import { call, wentOut } from '../registers/call.ts'
import { minutesBetween } from './minutes.ts'

const out: ReadonlySet<string> = new Set(wentOut)

export const callChecks: readonly EntryCheck[] = checksFor(call, [
  {
    code: 'W_DISPATCH_WITHOUT_UNIT',
    kind: 'doubtful',
    field: 'unit',
    find: ({ dispatch, unit }) =>
      dispatch !== null && out.has(dispatch) && unit === null ? `${dispatch}而没有写出警单位，请补填。` : undefined,
  },
  {
    code: 'W_NO_DISPATCH_BUT_ON_SCENE',
    kind: 'unlawful',
    field: 'dispatch',
    find: ({ dispatch, minutes, arrivedAt, control }) =>
      (dispatch === null || dispatch === '未出警') && (minutes !== null || arrivedAt !== null || control !== null)
        ? '没有出警，却有到场或控制的记录，请核对出警情况。'
        : undefined,
  },
  {
    code: 'W_RESOLVED_WITHOUT_CASE',
    kind: 'unlawful',
    field: 'resolved',
    find: ({ resolved, caseNumber }) =>
      resolved === true && caseNumber === null ? '写明已化解而没有关联案号，无法计入化解案件，请补填案号。' : undefined,
  },
  {
    code: 'W_RESOLVED_WITHOUT_RESULT',
    kind: 'doubtful',
    field: 'result',
    find: ({ resolved, result }) =>
      resolved === true && (result === null || unresolved.has(result))
        ? `写明已化解，处置结果为“${result ?? '空'}”，请核对。`
        : undefined,
  },
  {
    code: 'W_DISPATCHED_TO_CLOSED_CASE',
    kind: 'doubtful',
    field: 'caseNumber',
    rule: 'local.hotline',
    needs: 'case',
    find: ({ dispatch, calledOn }, { around }) => {
      const known = around?.case
      return known?.closedOn &&
        calledOn !== null &&
        dispatch !== null &&
        out.has(dispatch) &&
        known.closedOn < calledOn &&
        known.manner !== 'round-terminated'
        ? `出警时${known.caseNumber}已于${known.closedOn}结案，请核对是否有继续采取措施的依据。`
        : undefined
    },
  },
])

const unresolved: ReadonlySet<string> = new Set([
  '到场未见被执行人',
  '身份不符',
  '案件已结',
  '线索转承办人核查',
  '已答复',
])

/** How long the unit took from the order to the scene. */
export function withMinutes(entry: LedgerRecord): LedgerRecord {
  const { dispatchedAt, arrivedAt, minutes = null } = entry
  if (minutes !== null || typeof dispatchedAt !== 'string' || typeof arrivedAt !== 'string') return entry
  return { ...entry, minutes: minutesBetween(dispatchedAt, arrivedAt) }
}
