import type { DerivedFact } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { arrivalOf } from '../claims/certain.ts'
import { decideReviews, openReviews, selfClaimed, type Doubted, type OwnClaim } from './store.ts'
import { bookFor } from '../matching/load-book.ts'
import { matchArrival, type Match } from '../matching/match.ts'
import { ownNumbers } from '../virtual/store.ts'
import { maybeAbout } from '../explaining/new-cases.ts'

/** 认领待复核: by what is registered now these would not have claimed themselves. */
export type ClaimsDoubted = Fact & {
  readonly type: 'funds.claims-doubted'
  readonly doubted: readonly Doubted[]
}

/** Why a person should look again; null while the claim is what it would be today. */
function doubtOf(
  { caseNumber, settled }: OwnClaim,
  { certain, doubt, candidates }: Match,
): Omit<Doubted, 'claimId'> | null {
  const [first] = candidates
  if (certain && first?.caseNumber === caseNumber) return null
  const others = candidates.flatMap((one) => (one.caseNumber === caseNumber ? [] : [one.caseNumber]))
  // Somebody has looked at exactly these.
  if (others.length > 0 && others.every((one) => settled.includes(one))) return null
  if (others.length === 0 && settled.length > 0) return null
  return { reason: doubt ?? '后来登记的案件更相符', others }
}

/**
 * Money that claimed itself is matched once more when cases come. What no longer is certain, or fits another case, goes
 * before a person and is not paid out meanwhile; nothing is undone by itself. A doubt that a later register takes away ends.
 */
export async function lookAgain(tx: Tx, facts: readonly Fact[], occasion: Occasion): Promise<readonly DerivedFact[]> {
  const all = await selfClaimed(tx)
  if (all.length === 0) return []
  const about = await maybeAbout(tx, facts)
  const claims = all.filter(({ line, doubted }) => doubted || about(line))
  if (claims.length === 0) return []
  const own = await ownNumbers(
    tx,
    claims.map(({ line }) => line),
  )
  const arrivals = claims.map(({ line }) => arrivalOf({ ...line, unclaimedFen: line.amountFen, own: own(line) }))
  const book = await bookFor(
    tx,
    arrivals,
    claims.map(({ claimId }) => claimId),
  )
  const found = claims.map((claim, i) => {
    const arrival = arrivals[i]
    return { claim, doubt: arrival ? doubtOf(claim, matchArrival(arrival, book)) : null }
  })
  await decideReviews(
    tx,
    found.flatMap(({ claim, doubt }) => (claim.doubted && doubt === null ? [claim.claimId] : [])),
    { outcome: 'cleared', note: '后来登记的案件已经说明', by: occasion.actor.id },
    occasion,
  )
  const fresh = found.flatMap(({ claim, doubt }) => (doubt === null || claim.doubted ? [] : [{ claim, doubt }]))
  if (fresh.length === 0) return []
  const doubted = fresh.map(({ claim: { claimId }, doubt }) => ({ claimId, ...doubt }))
  await openReviews(tx, doubted, occasion)
  const fact: ClaimsDoubted = { type: 'funds.claims-doubted', doubted }
  const [first = 'claim:none', ...rest] = fresh.flatMap(({ claim: { claimId, caseId } }): Subject[] => [
    `claim:${claimId}`,
    ...(caseId === null ? [] : [`case:${caseId}` as const]),
  ])
  return [{ fact, subjects: [first, ...new Set(rest)] }]
}
