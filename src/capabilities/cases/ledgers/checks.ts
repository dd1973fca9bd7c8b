import type { Check } from '#capabilities/ledgers'
import { formatYuan, type Fen } from '#kernel/values/money.ts'

type Day = string | null
type Filed = { readonly filedOn: Day; readonly closedOn: Day }
type Closed = Filed & { readonly closingManner: string | null }
type Claimed = { readonly claim: Fen | null; readonly recovered: Fen | null }

const roundTerminated = '终结本次执行程序'

export const closedBeforeFiling: Check<Filed> = {
  code: 'E_CLOSED_BEFORE_FILING',
  severity: 'error',
  field: 'closedOn',
  find: ({ filedOn, closedOn }) =>
    filedOn !== null && closedOn !== null && closedOn < filedOn
      ? `结案日期${closedOn}早于立案日期${filedOn}，请核对两个日期。`
      : undefined,
}

/** A ledger of a year holds what was pending or filed in it: a case closed before it began does not belong there. */
export const closedOutsidePeriod: Check<Filed> = {
  code: 'E_CLOSED_OUTSIDE_PERIOD',
  severity: 'error',
  field: 'closedOn',
  find: ({ filedOn, closedOn }, { period }) => {
    if (closedOn === null || period === null || (filedOn !== null && closedOn < filedOn)) return undefined
    if (closedOn >= period.from && closedOn <= period.to) return undefined
    return `结案日期${closedOn}不在台账的统计期间（${period.from}至${period.to}）内，不应列入本台账；请核对日期，或更正统计期间。`
  },
}

export const mannerMissing: Check<Closed> = {
  code: 'E_MANNER_MISSING',
  severity: 'error',
  field: 'closingManner',
  find: ({ closedOn }, { absent }) =>
    closedOn !== null && absent('closingManner') ? `有结案日期${closedOn}而没有结案方式，请补填结案方式。` : undefined,
}

export const closedDateMissing: Check<Closed> = {
  code: 'E_CLOSED_DATE_MISSING',
  severity: 'error',
  field: 'closedOn',
  find: ({ closingManner }, { absent }) =>
    closingManner !== null && absent('closedOn')
      ? `结案方式为“${closingManner}”而没有结案日期，请补填结案日期。`
      : undefined,
}

export const recoveredAboveClaim: Check<Claimed> = {
  code: 'W_RECOVERED_ABOVE_CLAIM',
  severity: 'warning',
  field: 'recovered',
  find: ({ claim, recovered }) =>
    claim !== null && recovered !== null && recovered > claim
      ? `实际到位${formatYuan(recovered)}元多于申请标的${formatYuan(claim)}元，请核对小数点和单位，或说明原因。`
      : undefined,
}

type Balanced = Claimed & Closed & { readonly waived: Fen | null; readonly withoutProperty?: Fen | null }

export const fullWithBalance: Check<Balanced> = {
  code: 'W_FULL_WITH_BALANCE',
  severity: 'warning',
  field: 'recovered',
  find: ({ claim, waived, withoutProperty, recovered, closingManner }) => {
    if (closingManner !== '执行完毕' || claim === null || recovered === null || waived === null) return undefined
    const left = claim - waived - (withoutProperty ?? 0n) - recovered
    return left > 0n ? `以执行完毕结案，但还有${formatYuan(left)}元没有到位，也未放弃或核减，请核对。` : undefined
  },
}

/** Over ten billion yuan no county court enforces; below one yuan the unit was taken for 万元. */
const suspiciousFrom = 1_000_000_000_000n
const suspiciousBelow = 100n

export const suspiciousClaim: Check<{ readonly claim: Fen | null }> = {
  code: 'W_AMOUNT_SUSPECT',
  severity: 'warning',
  field: 'claim',
  find: ({ claim }) =>
    claim !== null && (claim >= suspiciousFrom || (claim > 0n && claim < suspiciousBelow))
      ? `标的额${formatYuan(claim)}元不合常情，可能混淆了元和万元，请核对。`
      : undefined,
}

export const numberYearFarFromFiling: Check<{ readonly caseNumber: string | null; readonly filedOn: Day }> = {
  code: 'W_CASE_YEAR',
  severity: 'warning',
  field: 'filedOn',
  find: ({ caseNumber, filedOn }) => {
    const year = /^（(\d{4})）/.exec(caseNumber ?? '')?.[1]
    if (year === undefined || filedOn === null || Math.abs(Number(filedOn.slice(0, 4)) - Number(year)) <= 1)
      return undefined
    return `案号是${year}年的，立案日期却是${filedOn}，相差一年以上，请核对。`
  },
}

type Parties = {
  readonly applicants: readonly string[]
  readonly debtors: readonly string[]
  readonly applicantIds?: readonly string[]
  readonly debtorIds?: readonly string[]
}

/** Equal names with different certificate numbers are two people; equal numbers are one, whatever the names. */
export const samePartyOnBothSides: Check<Parties> = {
  code: 'W_SAME_PARTY',
  severity: 'warning',
  field: 'debtors',
  find: ({ applicants, debtors, applicantIds = [], debtorIds = [] }) => {
    const both = debtors.find((debtor, at) =>
      applicants.some((applicant, other) => {
        const [own, theirs] = [debtorIds[at] ?? '', applicantIds[other] ?? '']
        return own !== '' && theirs !== '' ? own === theirs : debtor === applicant
      }),
    )
    return both === undefined ? undefined : `“${both}”同时是申请执行人和被执行人，请核对当事人。`
  },
}

/** Months that must pass before a round is terminated: 法〔2016〕373号 art. 1, searched in full for three months. */
const monthsBeforeTermination = 3

type Terminated = Closed & { readonly roundTerminatedOn: Day; readonly consumptionLimitedOn: Day }

export const terminatedTooEarly: Check<Terminated> = {
  code: 'W_ZB_TOO_EARLY',
  severity: 'warning',
  field: 'roundTerminatedOn',
  otherwise: 'closedOn',
  find: ({ filedOn, closedOn, closingManner, roundTerminatedOn }) => {
    const terminatedOn = roundTerminatedOn ?? closedOn
    if (closingManner !== roundTerminated || terminatedOn === null || filedOn === null) return undefined
    const earliest = Temporal.PlainDate.from(filedOn).add({ months: monthsBeforeTermination }).toString()
    return terminatedOn >= filedOn && terminatedOn < earliest
      ? `立案${filedOn}，终本${terminatedOn}，不足${monthsBeforeTermination}个月，请核对终本条件。`
      : undefined
  },
}

export const terminatedWithoutLimit: Check<Terminated> = {
  code: 'W_ZB_NO_LIMIT',
  severity: 'warning',
  field: 'consumptionLimitedOn',
  find: ({ closingManner }, { absent }) =>
    closingManner === roundTerminated && absent('consumptionLimitedOn')
      ? '终本前应当对被执行人限制消费，台账没有限制消费日期，请核对。'
      : undefined,
}

/** A step of the case dated before the case existed. */
export const beforeFiling = <F extends string>(
  field: F,
  title: string,
): Check<{ readonly [K in F | 'filedOn']: Day }> => ({
  code: 'W_NODE_BEFORE_FILING',
  severity: 'warning',
  field,
  find: (record, _context) => {
    const { [field]: node, filedOn } = record
    return node !== null && filedOn !== null && node < filedOn
      ? `${title}${node}早于立案日期${filedOn}，请核对。`
      : undefined
  },
})
