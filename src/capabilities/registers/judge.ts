import type { LedgerRecord } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { placeEntries, type Placed } from './around.ts'
import { dayIn, type EntryCheck, type Finding, findingsOf } from './check.ts'
import type { Mark } from './contract.ts'
import type { Register } from './declaration.ts'
import { withoutItself } from './intake.ts'
import { unlawful } from './problems.ts'

export type Judged = { readonly placed: Placed; readonly marks: readonly Mark[] }
type Asked = {
  readonly record: LedgerRecord
  readonly partyId: string | null
  /** The entry itself, when it is on record already. */
  readonly entryId: string | null
  /** What already stood against it: an old fault does not stop the correction of another. */
  readonly stood?: readonly string[]
  /** The entry as it stands before the act. */
  readonly before?: LedgerRecord
}

/** Holds what a person enters against the law: refused, or placed with the doubts that remain. */
export async function judge(
  tx: Tx,
  register: Register,
  checks: readonly EntryCheck[],
  { record, partyId, entryId, stood = [], before }: Asked,
  occasion: Occasion,
): Promise<Judged | Refusal> {
  const [found] = await placeEntries(tx, register, [record], null, [partyId])
  const placed = withoutItself(found as Placed, entryId ?? '')
  const today = occasion.today.toString()
  const findings = [
    ...typedAmiss(register, record, today),
    ...findingsOf(register, checks, record, {
      today,
      around: placed.around,
      by: occasion.actor.id,
      ...(before && { before }),
    }),
  ]
  const firm: Finding[] = []
  for (const finding of findings) {
    if (finding.unlawful && !stood.includes(finding.code) && (await mayRefuse(tx, finding))) firm.push(finding)
  }
  const [first, ...more] = firm
  if (first) return unlawful([first, ...more], occasion.today)
  return { placed, marks: findings.map(({ code, text, unlawful }) => ({ code, text, unlawful })) }
}

/** A rule the court has yet to confirm marks and does not refuse. */
const mayRefuse = async (tx: Tx, { rule }: Finding): Promise<boolean> =>
  rule === undefined || ((await tx.platform.mayRefuse?.(tx, rule)) ?? true)

/** What the cleaning of a sheet refuses by itself. */
function typedAmiss({ fields }: Register, record: LedgerRecord, today: string): readonly Finding[] {
  return Object.entries(fields).flatMap(([field, { kind, title, ahead }]) => {
    const value = record[field]
    const on = kind === 'day' && !ahead ? dayIn(record, field) : null
    if (on !== null && on > today)
      return [{ code: 'E_DATE_FUTURE', field, unlawful: true, text: `${title.zh}${on}晚于今天${today}，请核对日期。` }]
    if (kind === 'fen' && typeof value === 'bigint' && value < 0n)
      return [{ code: 'E_NEGATIVE', field, unlawful: true, text: `${title.zh}不能为负，请核对。` }]
    return []
  })
}
