import type { PayeeRole } from '../contract.ts'
import type { PayoutHold } from '../slots.ts'

/** What a hold looks at: whose money a receipt is. */
export type HeldClaim = {
  readonly claimId: string
  readonly caseNumber: string
  readonly partyId: string | null
  readonly payer: string | null
}
export type CaseDebtor = { readonly partyId: string | null; readonly name: string }

/**
 * What stops this receipt from going to somebody in this role; undefined when nothing does. A hold on one debtor stops
 * what came from or for that debtor. Where several owe and nothing says whose the money was, it stops: nobody may guess.
 */
export function holdOn(
  claim: HeldClaim,
  role: PayeeRole,
  holds: readonly PayoutHold[],
  debtors: readonly CaseDebtor[],
): PayoutHold | undefined {
  return holds.find(
    ({ caseNumber, claimIds, debtor, except }) =>
      caseNumber === claim.caseNumber &&
      !except.includes(role) &&
      (claimIds === null || claimIds.includes(claim.claimId)) &&
      (debtor === null || mayBeOf(claim, debtor, debtors)),
  )
}

function mayBeOf({ partyId, payer }: HeldClaim, held: CaseDebtor, debtors: readonly CaseDebtor[]): boolean {
  if (partyId !== null) return partyId === held.partyId
  const named = debtors.find(({ name }) => name === payer)
  return named === undefined || same(named, held)
}

const same = (a: CaseDebtor, b: CaseDebtor): boolean =>
  a.partyId !== null && b.partyId !== null ? a.partyId === b.partyId : a.name === b.name
