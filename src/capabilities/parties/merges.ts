import { z } from 'zod'
import { matter, type Proposal } from '#kernel/approval.ts'
import { groundCodes } from './contract.ts'

/** Two records that one person holds to be one, until another has decided. */
export const merges = matter(
  'parties.merge',
  z.object({ keepId: z.uuid(), mergeId: z.uuid(), ground: z.enum(groundCodes), evidence: z.string() }),
)
export type MergeProposal = Proposal<{
  readonly keepId: string
  readonly mergeId: string
  readonly ground: (typeof groundCodes)[number]
  readonly evidence: string
}>
