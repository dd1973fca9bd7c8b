import { z } from 'zod'
import { keepDecision, oneOpenProposal } from '#kernel/approval.ts'
import { command, recordCommand, recordKind } from '#kernel/command.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { sumFen } from '#kernel/values/money.ts'
import { parseCaseNumber } from '#law/case-number.ts'
import { casesAround } from '../claims/cases-around.ts'
import { ProposeClaim, UndoClaim, type ClaimKind, type ClaimPart } from '../claims/contract.ts'
import { ofLine, type ClaimProposed, type ClaimRefused, type ClaimUndone, type MoneyClaimed } from '../claims/facts.ts'
import { caseReferences } from '../matching/case-reference.ts'
import * as problem from '../claims/problems.ts'
import { absentPapers, keepPapers } from '../claims/papers.ts'
import { claimMatter } from '../claims/proposal.ts'
import { claimMoney, findClaim, findLine, undoClaims, type Claim } from '../claims/store.ts'

type Part = {
  readonly kind: ClaimKind
  readonly caseNumber: string | null
  readonly partyId: string | null
  readonly amountFen: bigint
}

/** The parts as they will be claimed, their case numbers in their form. */
function partsOf(parts: readonly ClaimPart[], unclaimedFen: bigint, court: string): readonly Part[] | Refusal {
  const read: Part[] = []
  for (const [index, { kind, caseNumber, partyId, amountFen }] of parts.entries()) {
    const number = caseNumber === undefined || caseNumber === '' ? undefined : numberIn(caseNumber, court)
    if (amountFen <= 0n) return problem.notPositive(index)
    if (number === null || (number === undefined && kind === 'case')) return problem.caseNeeded(index)
    read.push({ kind, caseNumber: number ?? null, partyId: partyId ?? null, amountFen })
  }
  const asked = sumFen(read.map(({ amountFen }) => amountFen))
  return asked > unclaimedFen ? problem.nothingLeft(unclaimedFen, asked) : read
}

/** A case number in its form, however it was typed; null when it cannot be read. */
function numberIn(text: string, court: string): string | null {
  const exact = parseCaseNumber(text)
  if (exact.ok) return exact.canonical
  const [only, ...more] = caseReferences(text)
  if (!only || only.year === null || more.length > 0) return null
  return `（${only.year}）${only.court ?? court}${only.typeCode}${only.serial}号`
}

/** 认领, first half: somebody says whose a sum is, and what shows it. */
export const proposeClaim = command({
  name: 'funds.propose-claim',
  title: label('提出认领', 'Propose a claim'),
  may: 'funds.claim',
  cites: ['funds.account'],
  input: ProposeClaim,
  output: z.object({ approvalId: z.uuid() }),
  load: async (tx, { bankLineId, papers }) => ({
    absent: await absentPapers(tx, papers),
    line: await findLine(tx, bankLineId, true),
    waiting: await claimMatter.waiting(tx, `bank-line:${bankLineId}`),
    court: tx.court,
  }),
  decide: ({ absent, line, waiting, court }, { bankLineId, parts, evidence, papers }): ClaimProposed | Refusal => {
    if (!line) return problem.noSuchLine()
    if (absent.length > 0) return problem.paperNotSent(absent.map(({ fileName }) => fileName))
    if (waiting) return problem.alreadyWaiting()
    const read = partsOf(parts, line.unclaimedFen, court)
    if (isRefusal(read)) return read
    return { type: 'funds.claim-proposed', approvalId: newId(), bankLineId, parts: read, evidence, papers }
  },
  save: async (tx, facts, occasion) => {
    for (const { approvalId, bankLineId, parts, evidence, papers } of facts) {
      const proposal = {
        bankLineId,
        evidence,
        papers,
        parts: parts.map((part) => ({ ...part, amountFen: part.amountFen.toString() })),
      }
      await claimMatter.propose(
        tx,
        { approvalId, subject: `bank-line:${bankLineId}`, proposal: proposal as never },
        occasion,
      )
    }
  },
  subjects: (fact) => ofLine(fact),
  answer: ({ approvalId }) => ({ approvalId }),
  onConstraint: { [oneOpenProposal]: problem.alreadyWaiting },
})

type Proposed = NonNullable<Awaited<ReturnType<typeof claimMatter.find>>>

/** A claim that one person proposed and another decides on. */
const claimProposal = recordKind<Proposed>({
  kind: 'claim-proposal',
  idField: 'approvalId',
  load: async (tx, id, lock) => (await claimMatter.find(tx, id, lock)) ?? problem.noSuchProposal(),
  belongs: () => ({ own: [], team: null }),
  version: () => 0,
})

const stillWaits = ({ decision }: Proposed): Refusal | undefined =>
  decision === null ? undefined : problem.noSuchProposal()

/** 认领, second half: another person has looked, and the money moves. */
export const confirmClaim = recordCommand(claimProposal, {
  name: 'funds.confirm-claim',
  title: label('复核认领', 'Confirm a claim'),
  may: 'funds.claim',
  cites: ['funds.account'],
  input: z.object({}),
  load: async (_tx, proposal) => proposal,
  gate: (proposal, { actor }) =>
    stillWaits(proposal) ?? (proposal.proposedBy === actor.id ? problem.ownProposal() : undefined),
  consult: async (tx, _input, { bankLineId, parts }) => ({
    line: await findLine(tx, bankLineId, true),
    cases: await casesAround(
      tx,
      parts.flatMap(({ caseNumber }) => caseNumber ?? []),
    ),
  }),
  decide: ({ approvalId, parts, evidence, papers }, _input, _occasion, { line, cases }): MoneyClaimed | Refusal => {
    if (!line) return problem.noSuchLine()
    const asked = sumFen(parts.map(({ amountFen }) => amountFen))
    if (asked > line.unclaimedFen) return problem.nothingLeft(line.unclaimedFen, asked)
    const claims = parts.map((part) => ({
      claimId: newId(),
      line,
      ...part,
      manner: 'confirmed' as const,
      reasons: [evidence],
    }))
    return { type: 'funds.money-claimed', claims, caseIds: cases.map(({ caseId }) => caseId), approvalId, papers }
  },
  save: async (tx, facts, occasion) => {
    for (const { claims, approvalId, papers = [] } of facts) {
      await claimMoney(tx, claims, occasion)
      await keepPapers(tx, claims, papers)
      if (approvalId !== null) await keepDecision(tx, { approvalId, decision: 'approved' }, occasion)
    }
  },
  subjects: (fact) => subjectsOfMoney(fact),
})

export function subjectsOfMoney({ claims, caseIds }: Pick<MoneyClaimed, 'claims' | 'caseIds'>) {
  return [`bank-line:${claims[0]?.line.bankLineId ?? ''}` as const, ...caseIds.map((id) => `case:${id}` as const)] as [
    `bank-line:${string}`,
    ...`case:${string}`[],
  ]
}

export const refuseClaim = recordCommand(claimProposal, {
  name: 'funds.refuse-claim',
  title: label('退回认领', 'Refuse a claim'),
  may: 'funds.claim',
  cites: [],
  input: UndoClaim,
  load: async (_tx, proposal) => proposal,
  gate: stillWaits,
  decide: ({ approvalId, bankLineId }, { reason }): ClaimRefused => ({
    type: 'funds.claim-refused',
    approvalId,
    bankLineId,
    reason,
  }),
  save: async (tx, facts, occasion) => {
    for (const { approvalId, reason } of facts)
      await keepDecision(tx, { approvalId, decision: 'refused', reason }, occasion)
  },
  subjects: (fact) => ofLine(fact),
})

export const claimRecord = recordKind<Claim>({
  kind: 'claim',
  idField: 'claimId',
  load: async (tx, id, lock) => (await findClaim(tx, id, lock)) ?? problem.noSuchClaim(),
  belongs: ({ handlerId, clerkId, teamId }) => ({ own: [handlerId, clerkId], team: teamId }),
  version: ({ version }) => version,
})

/** 撤销认领: while nothing of it was paid out, the money goes back to the pool by a reversal. */
export const undoClaim = recordCommand(claimRecord, {
  name: 'funds.undo-claim',
  title: label('撤销认领', 'Undo a claim'),
  may: 'funds.claim',
  cites: [],
  input: UndoClaim,
  load: async (_tx, claim) => claim,
  gate: ({ undone, paidFen }) =>
    undone ? problem.claimUndone() : paidFen > 0n ? problem.claimPaidOut(paidFen) : undefined,
  decide: ({ claimId, bankLineId, amountFen, entryId, caseId }, { reason }): ClaimUndone => ({
    type: 'funds.claim-undone',
    claimId,
    bankLineId,
    amountFen,
    entryId,
    caseId,
    reason,
  }),
  onConstraint: { funds_claim_undone_is_free: problem.claimHeld },
  save: (tx, facts, occasion) => undoClaims(tx, facts, occasion),
  subjects: ({ claimId, bankLineId, caseId }) => [
    `claim:${claimId}`,
    ...(bankLineId === null ? [] : [`bank-line:${bankLineId}` as const]),
    ...(caseId === null ? [] : [`case:${caseId}` as const]),
  ],
})
