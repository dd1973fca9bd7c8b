import type { LedgerRecord } from '#capabilities/ledgers'
import { day, formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { ruleDeadline } from '#law/rule-deadline.ts'
import { dayIn, type EntryCheck } from './check.ts'
import type { Register } from './declaration.ts'

type Late = {
  readonly code: string
  /** The rule that names the period. */
  readonly rule: string
  /** The days on which it began and on which it was done. */
  readonly from: string
  readonly done: string
  /** Only entries of this kind have the period. */
  readonly when?: (entry: LedgerRecord) => boolean
}

/** Done after the last day that a rule allows: marked, for it happened. */
export const doneLate = ({ fields }: Register, { code, rule, from, done, when = () => true }: Late): EntryCheck => ({
  code,
  kind: 'doubtful',
  field: done,
  rule,
  find: (entry) => {
    const [began, ended] = [dayIn(entry, from), dayIn(entry, done)]
    if (began === null || ended === null || !when(entry)) return undefined
    const last = ruleDeadline(rule, day(began)).value.end
    return isBefore(last, day(ended))
      ? `${fields[from]?.title.zh ?? from}${began}，应在${formatDayZh(last)}前完成，${fields[done]?.title.zh ?? done}为${ended}，请写明原因。`
      : undefined
  },
})
