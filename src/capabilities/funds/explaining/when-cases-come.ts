import { caseFactTypes } from '#capabilities/cases'
import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { claimCertain } from '../claims/certain.ts'
import { unclaimedLines } from '../claims/store.ts'
import { explainLines } from './returning.ts'

const isDeposit = /保证金|担保金/

/** Lines that a person took back from a case are left to persons. */
async function takenBack({ client }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'select distinct bank_line_id as id from funds_claim where bank_line_id = any($1::uuid[]) and undone_at is not null',
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * A statement may come before the register of cases. Deposits and guarantees name their case themselves and are looked at
 * again. Money of cases is not: while only some of the registers are there, one name may seem to fit one case alone.
 */
export const casesReaction: Reaction = {
  on: caseFactTypes,
  react: async (tx, _facts, occasion): Promise<readonly DerivedFact[]> => {
    const { rows } = await tx.client.query<{ open: boolean }>({
      name: 'funds_any_open_line',
      text: 'select exists (select from funds_bank_line where unclaimed_fen > 0) as open',
    })
    if (rows[0]?.open !== true) return []
    const lines = (await unclaimedLines(tx, null)).filter(({ summary, memo }) =>
      isDeposit.test(`${summary ?? ''}${memo ?? ''}`),
    )
    if (lines.length === 0) return []
    const back = await takenBack(
      tx,
      lines.map(({ bankLineId }) => bankLineId),
    )
    const derived = await claimCertain(
      tx,
      lines.filter(({ bankLineId }) => !back.has(bankLineId)),
      occasion,
    )
    await explainLines(tx, occasion)
    return derived
  },
}
