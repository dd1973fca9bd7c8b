import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { subjectsOfMoney } from '../commands/claims.ts'
import type { Book } from '../matching/book.ts'
import { bookFor } from '../matching/load-book.ts'
import { matchArrival, payerKey, type Arrival, type Match } from '../matching/match.ts'
import { casesAround } from './cases-around.ts'
import type { ClaimKind } from './contract.ts'
import type { MoneyClaimed } from './facts.ts'
import { claimMoney, unclaimedLines, type Line, type NewClaim } from './store.ts'

export const arrivalOf = ({ unclaimedFen, on, peerName, peerAccount, summary, memo, own }: Line): Arrival => ({
  amountFen: unclaimedFen,
  on,
  peerName,
  peerAccount,
  summary,
  memo,
  subAccountCase: own?.caseNumber ?? null,
})

/** Lines with what they match, in the order they came: a payer known by one is known for the next. */
export function matchLines(lines: readonly Line[], book: Book): readonly (readonly [Line, Match])[] {
  return lines.map((line) => {
    const match = matchArrival(arrivalOf(line), book)
    const [first] = match.candidates
    if (match.certain && first)
      book.remember({ payer: payerKey(line.peerName, line.peerAccount), caseNumber: first.caseNumber, on: line.on })
    return [line, match]
  })
}

const kinds: Partial<Record<Match['kind'], ClaimKind>> = {
  case: 'case',
  guarantee: 'guarantee',
  'auction-deposit': 'auction-deposit',
  interest: 'interest',
}

/** Claims what is certain among these lines, and tells of it once for each case. */
export async function claimCertain(
  tx: Tx,
  lines: readonly Line[],
  occasion: Occasion,
  accepts: (line: Line, match: Match) => boolean = () => true,
): Promise<readonly DerivedFact[]> {
  if (lines.length === 0) return []
  const matched = matchLines(lines, await bookFor(tx, lines.map(arrivalOf)))
  const claims = matched.flatMap(([line, match]) => (accepts(line, match) ? certainClaim(line, match) : []))
  if (claims.length === 0) return []
  await claimMoney(tx, claims, occasion)
  const cases = new Map(
    (
      await casesAround(
        tx,
        claims.flatMap(({ caseNumber }) => caseNumber ?? []),
      )
    ).map((one) => [one.caseNumber, one]),
  )
  return claims.map((claim) => {
    const caseId = cases.get(claim.caseNumber ?? '')?.caseId
    const fact: MoneyClaimed = {
      type: 'funds.money-claimed',
      claims: [claim],
      caseIds: caseId === undefined ? [] : [caseId],
      approvalId: null,
    }
    return { fact, subjects: subjectsOfMoney(fact) }
  })
}

function certainClaim(line: Line, { certain, kind, candidates: [first] }: Match): readonly NewClaim[] {
  const claimKind = kinds[kind]
  if (!certain || claimKind === undefined || (kind !== 'interest' && !first)) return []
  return [
    {
      claimId: newId(),
      line,
      kind: claimKind,
      caseNumber: first?.caseNumber ?? null,
      // A number of one debtor's own says who paid as well.
      partyId: first?.caseNumber === line.own?.caseNumber ? (line.own?.partyId ?? null) : null,
      amountFen: line.unclaimedFen,
      manner: 'certain',
      reasons: first?.reasons ?? ['银行结息'],
    },
  ]
}

/** As soon as a statement is on record, what is certain of it finds its case. */
export const claimReaction: Reaction = {
  on: ['funds.statement-imported'],
  react: async (tx, facts, occasion) => {
    const derived: DerivedFact[] = []
    for (const fact of facts) {
      const { statementId } = fact as unknown as { readonly statementId: string }
      derived.push(...(await claimCertain(tx, await unclaimedLines(tx, statementId, true), occasion)))
    }
    return derived
  },
}
