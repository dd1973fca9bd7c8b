import type { Tx } from '#kernel/database/transaction.ts'
import { bookFor } from '../matching/load-book.ts'
import type { Candidate } from '../matching/match.ts'
import { arrivalOf, matchLines } from './certain.ts'
import { unclaimedLines } from './store.ts'

/** Whose a line is, or may be: the case it was claimed for, else the likeliest, else `unknown`. */
export type ToldLine = {
  readonly serial: string
  readonly date: string
  readonly amountFen: string
  readonly kind: string
  readonly case: string
  /** Claimed itself, or was claimed by people. */
  readonly certain: boolean
  readonly claimed: boolean
  readonly confidence: number
  readonly reasons: readonly string[]
  readonly doubt: string | null
  readonly candidates: readonly Candidate[]
}

type Claimed = {
  readonly id: string
  readonly serial: string
  readonly date: string
  readonly amountFen: string
  readonly kind: string | null
  readonly number: string | null
  readonly manner: string | null
  readonly reasons: readonly string[] | null
}

const unknown = 'unknown'

/** Every line of money in, in the order it came. */
export async function toldLines(tx: Tx): Promise<readonly ToldLine[]> {
  const { rows } = await tx.client.query<Claimed>(
    `select l.bank_line_id as id, l.serial, l.happened_on as date, l.amount_fen::text as "amountFen", k.kind,
            k.case_number as number, k.manner, k.reasons
     from funds_bank_line l
     left join lateral (
       select kind, case_number, manner, reasons from funds_claim k
       where k.court_id = l.court_id and k.bank_line_id = l.bank_line_id and k.undone_at is null
       order by amount_fen desc limit 1
     ) k on true
     where l.amount_fen > 0 order by l.happened_on, l.happened_at, l.bank_line_id`,
  )
  const open = await unclaimedLines(tx, null)
  const matched = new Map(
    matchLines(open, await bookFor(tx, open.map(arrivalOf))).map(([line, match]) => [line.bankLineId, match]),
  )
  return rows.map(({ id, serial, date, amountFen, kind, number, manner, reasons }) => {
    const match = matched.get(id)
    const common = { serial, date, amountFen }
    if (kind !== null || !match) {
      const certain = manner === 'certain' && number !== null
      const told = {
        kind: kind ?? 'case',
        case: number ?? unknown,
        certain,
        claimed: kind !== null,
        confidence: kind === null ? 0 : 1,
      }
      return { ...common, ...told, reasons: reasons ?? [], doubt: null, candidates: [] }
    }
    const [first] = match.candidates
    return {
      ...common,
      kind: match.kind,
      case: first?.caseNumber ?? unknown,
      certain: match.certain,
      claimed: false,
      confidence: first?.confidence ?? 0,
      reasons: first?.reasons ?? [],
      doubt: match.doubt,
      candidates: match.candidates,
    }
  })
}
