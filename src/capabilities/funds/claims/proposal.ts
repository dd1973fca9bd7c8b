import { z } from 'zod'
import { matter } from '#kernel/approval.ts'
import { ClaimPaper, claimKinds } from './contract.ts'
import { FenText } from '#kernel/values/wire.ts'

/** What one person says of a line, until another has looked. Amounts are digits. */
const Proposal = z.object({
  bankLineId: z.uuid(),
  parts: z.array(
    z.object({
      kind: z.enum(claimKinds),
      caseNumber: z.string().nullable(),
      partyId: z.string().nullable(),
      amountFen: FenText,
    }),
  ),
  evidence: z.string(),
  papers: z.array(ClaimPaper).default([]),
})
export const claimMatter = matter('funds.claim', Proposal)
