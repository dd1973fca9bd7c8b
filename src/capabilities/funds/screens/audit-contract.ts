import { z } from 'zod'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'

const Nullable = z.string().nullable()

export const AuditSampleQuestion = z.object({
  from: PlainDateText,
  to: PlainDateText,
  /** Any words; the same words choose the same payouts, so that another may draw the sample again. */
  seed: z.string().trim().min(1).max(60),
  size: z.int().min(1).max(200).default(20),
})
export const AuditSample = z.object({
  /** Payouts of the period, and of them those drawn. */
  population: z.int(),
  populationFen: FenText,
  items: z.array(
    z.object({
      payoutId: z.uuid(),
      payoutNumber: Nullable,
      caseNumber: Nullable,
      payee: z.string(),
      amountFen: FenText,
      paidOn: PlainDateText,
      proposedBy: Nullable,
      checkedBy: Nullable,
      approvedBy: Nullable,
      secondApprovedBy: Nullable,
      orderedBy: Nullable,
      /** Serial of the bank line that shows it. */
      serial: Nullable,
      /** Days from the oldest receipt it pays to the day it left. */
      days: z.int().nullable(),
    }),
  ),
})

export const ageBands = [5, 30, 60, 180] as const
export const AuditAgeingQuestion = z.object({ asOf: PlainDateText })
const Bands = z.array(z.object({ upTo: z.int().nullable(), count: z.int(), amountFen: FenText }))
export const AuditAgeing = z.object({ unpaid: Bands, unknown: Bands })

export const PostingFilter = z.object({
  kind: z.string().max(30).optional(),
  caseNumber: z.string().max(60).optional(),
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
})
export const PostingRow = z.object({
  postingKey: z.string(),
  postedOn: PlainDateText,
  entry: z.string(),
  account: z.string(),
  caseNumber: Nullable,
  amountFen: FenText,
  serial: Nullable,
  reason: Nullable,
  entryId: z.uuid(),
  accountId: z.uuid(),
})

/** Of one account, or of all of a kind or case. */
export const BalanceFilter = z.object({
  kind: z.string().max(30).optional(),
  caseNumber: z.string().max(60).optional(),
  /** Only accounts that hold something. */
  held: z.boolean().optional(),
})
export const BalanceRow = z.object({
  accountId: z.uuid(),
  account: z.string(),
  caseNumber: Nullable,
  bank: Nullable,
  postings: z.int(),
  lastPostedOn: PlainDateText.nullable(),
  amountFen: FenText,
})
