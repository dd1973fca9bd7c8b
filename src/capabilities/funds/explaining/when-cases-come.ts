import { caseFactTypes } from '#capabilities/cases'
import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { claimCertain } from '../claims/certain.ts'
import { unclaimedLines } from '../claims/store.ts'
import { lookAgain } from '../reviews/look-again.ts'
import { maybeAbout } from './new-cases.ts'
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

async function any({ client }: Tx): Promise<{ readonly open: boolean; readonly claimed: boolean }> {
  const { rows } = await client.query<{ open: boolean; claimed: boolean }>({
    name: 'funds_any_open_line',
    text: `select exists (select from funds_bank_line where unclaimed_fen > 0) as open,
                  exists (select from funds_claim where manner = 'certain' and undone_at is null and paid_fen < amount_fen) as claimed`,
  })
  return rows[0] ?? { open: false, claimed: false }
}

/**
 * A statement may come before the register of cases, or before the register in which a second case of the same debtor stands.
 * What claimed itself is looked at again. What is unknown is matched again: deposits and guarantees, which name their case
 * themselves, and money whose number and person agree, which no later register can deny. A name alone is only suggested:
 * while some of the registers are missing it may seem to fit one case.
 */
export const casesReaction: Reaction = {
  on: caseFactTypes,
  react: async (tx, facts, occasion): Promise<readonly DerivedFact[]> => {
    const { open, claimed } = await any(tx)
    const doubted = claimed ? await lookAgain(tx, facts, occasion) : []
    if (!open) return doubted
    const about = await maybeAbout(tx, facts)
    const lines = (await unclaimedLines(tx, null)).filter(about)
    if (lines.length === 0) return doubted
    const back = await takenBack(
      tx,
      lines.map(({ bankLineId }) => bankLineId),
    )
    const derived = await claimCertain(
      tx,
      lines.filter(({ bankLineId }) => !back.has(bankLineId)),
      occasion,
      ({ summary, memo }, { isFirm }) => isFirm || isDeposit.test(`${summary ?? ''}${memo ?? ''}`),
    )
    if (derived.length > 0) await explainLines(tx, occasion)
    return [...doubted, ...derived]
  },
}
