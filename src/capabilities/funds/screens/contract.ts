import { z } from 'zod'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'
import { ClaimPaper } from '../claims/contract.ts'

const Nullable = z.string().nullable()
const Words = z.object({ zh: z.string(), en: z.string() })

export const actKinds = ['payout', 'payee-account', 'claim', 'payout-deferral'] as const
export const AskActs = z.object({ kind: z.enum(actKinds), id: z.uuid() })
/** What the asker's posts may do with a record of this room, and why not where they may not. */
export const RecordActs = z.object({
  version: z.int(),
  acts: z.array(
    z.object({
      command: z.string(),
      title: Words,
      allowed: z.boolean(),
      because: z.object({ title: Words, detail: Words, rule: Nullable }).nullable(),
    }),
  ),
})

/** A claim as whoever confirms it must see it. */
export const WaitingClaim = z.object({
  approvalId: z.uuid(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  mine: z.boolean(),
  evidence: z.string(),
  papers: z.array(ClaimPaper),
  parts: z.array(
    z.object({ kind: z.string(), caseNumber: Nullable, caseId: Nullable, debtors: Nullable, amountFen: FenText }),
  ),
})

export const deferralStates = ['asked', 'reviewed', 'standing', 'refused', 'ended'] as const
export const DeferralFilter = z.object({
  state: z.enum(deferralStates).optional(),
  open: z.boolean().optional(),
  caseNumber: z.string().max(60).optional(),
})
export const DeferralRow = z.object({
  deferralId: z.uuid(),
  state: z.enum(deferralStates),
  caseNumber: Nullable,
  caseId: Nullable,
  ground: Nullable,
  reason: z.string(),
  leftFen: FenText,
  arrivedOn: PlainDateText,
  fromOn: PlainDateText.nullable(),
  untilOn: PlainDateText.nullable(),
  recordedBy: Nullable,
  recordedAt: z.string(),
  reviewedBy: Nullable,
  approvedBy: Nullable,
  handlerId: Nullable,
  clerkId: Nullable,
  teamId: Nullable,
})

export const payeeStates = ['proposed', 'cooling', 'usable', 'replaced', 'refused'] as const
export const PayeeFilter = z.object({ state: z.enum(payeeStates).optional(), text: z.string().max(80).optional() })
export const PayeeRow = z.object({
  payeeAccountId: z.uuid(),
  payee: z.string(),
  holder: z.string(),
  holderIs: z.string(),
  bank: z.string(),
  numberMasked: z.string(),
  state: z.enum(payeeStates),
  proposedBy: Nullable,
  proposedAt: z.string(),
  confirmedBy: Nullable,
  usableFrom: Nullable,
  /** Whose proposal it is, so that a handler finds his own. */
  proposerId: z.string(),
})

export const BankAccounts = z.object({
  accounts: z.array(
    z.object({ bankAccountId: z.uuid(), bank: z.string(), title: z.string(), numberMasked: z.string() }),
  ),
})
