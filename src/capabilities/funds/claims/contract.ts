import { z } from 'zod'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'
import { unknownBandCodes } from '../unknown/contract.ts'

export const claimKinds = [
  'case',
  'fee',
  'guarantee',
  'auction-deposit',
  'fine',
  'bounty',
  'refundable',
  'interest',
] as const
export type ClaimKind = (typeof claimKinds)[number]

/** One part of a line: whose it is and how much of it. */
export const ClaimPart = z.object({
  kind: z.enum(claimKinds).default('case'),
  /** However it is written; needed for money of a case. */
  caseNumber: z.string().trim().max(60).optional(),
  partyId: z.uuid().optional(),
  amountFen: FenText,
})
export type ClaimPart = z.output<typeof ClaimPart>

/** A slip or letter that shows whose a sum is, as it was sent: its hash names it. */
export const ClaimPaper = z.object({
  fileId: z.string().regex(/^[\da-f]{64}$/),
  fileName: z.string().trim().min(1).max(200),
})
export type ClaimPaper = z.output<typeof ClaimPaper>

const Evidence = z.string().trim().min(2).max(300)

/** 认领: a line, or parts of it for several cases, with what was seen. */
export const ProposeClaim = z.object({
  bankLineId: z.uuid(),
  parts: z.array(ClaimPart).min(1).max(20),
  evidence: Evidence,
  papers: z.array(ClaimPaper).max(10).default([]),
})
export const UndoClaim = z.object({ reason: Evidence })

export const LineFilter = z.object({
  /** Money in that nobody has claimed, in whole or in part. */
  unclaimed: z.boolean().optional(),
  /** In or out. */
  direction: z.enum(['in', 'out']).optional(),
  waiting: z.boolean().optional(),
  /** Unclaimed beyond the working days in which it is to be claimed. */
  unknown: z.boolean().optional(),
  band: z.enum(unknownBandCodes).optional(),
  caseNumber: z.string().max(60).optional(),
  bankLineId: z.uuid().optional(),
  text: z.string().max(80).optional(),
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
})
export const LineRow = z.object({
  bankLineId: z.uuid(),
  serial: z.string(),
  on: PlainDateText,
  at: z.string().nullable(),
  amountFen: FenText,
  unclaimedFen: FenText,
  peerName: z.string().nullable(),
  peerAccount: z.string().nullable(),
  summary: z.string().nullable(),
  memo: z.string().nullable(),
  cases: z.string().nullable(),
  /** Days since it came. */
  age: z.int(),
  waiting: z.boolean(),
  /** Of what is unclaimed: how old, the last day to claim it, what is to be done next, by whom, and how often it was tried. */
  band: z.enum(unknownBandCodes).nullable(),
  claimBy: PlainDateText.nullable(),
  next: z.string().nullable(),
  owner: z.string().nullable(),
  tries: z.int(),
})

export const CandidateRow = z.object({
  caseNumber: z.string(),
  caseId: z.uuid().nullable(),
  confidence: z.number(),
  reasons: z.array(z.string()),
  debtors: z.string(),
  outstandingFen: FenText,
})
export const LineMatch = z.object({
  bankLineId: z.uuid(),
  kind: z.string(),
  certain: z.boolean(),
  doubt: z.string().nullable(),
  candidates: z.array(CandidateRow),
  /** What waits for a second person. */
  waiting: z
    .object({ approvalId: z.uuid(), proposedBy: z.string(), mine: z.boolean(), evidence: z.string() })
    .nullable(),
})

export const ClaimRow = z.object({
  claimId: z.uuid(),
  kind: z.string(),
  caseNumber: z.string().nullable(),
  caseId: z.string().nullable(),
  payer: z.string().nullable(),
  amountFen: FenText,
  paidFen: FenText,
  arrivedOn: PlainDateText,
  claimedOn: PlainDateText,
  manner: z.string(),
  reasons: z.array(z.string()),
  papers: z.array(ClaimPaper),
  handlerId: z.string().nullable(),
  clerkId: z.string().nullable(),
  teamId: z.string().nullable(),
  handlerName: z.string().nullable(),
  undoneBecause: z.string().nullable(),
  version: z.int(),
})
export const ClaimFilter = z.object({
  caseNumber: z.string().max(60).optional(),
  caseId: z.uuid().optional(),
  kind: z.string().max(30).optional(),
  unpaid: z.boolean().optional(),
  undone: z.boolean().optional(),
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
})
