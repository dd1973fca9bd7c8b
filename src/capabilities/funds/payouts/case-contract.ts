import { z } from 'zod'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'

const Nullable = z.string().nullable()

/** 分配方案 of the court, the newest first. */
export const PlanFilter = z.object({
  /** Those by which money goes now, or those that were revised or withdrawn. */
  standing: z.boolean().optional(),
  caseNumber: z.string().max(60).optional(),
})
export const PlanRow = z.object({
  planId: z.uuid(),
  planNumber: z.string(),
  caseNumber: z.string(),
  caseId: Nullable,
  debtor: z.string(),
  fundFen: FenText,
  surplusFen: FenText,
  /** What payouts were asked for by it. */
  proposedFen: FenText,
  drawnOn: PlainDateText,
  /** How many must be served, and how many were. */
  toServe: z.int(),
  served: z.int(),
  lastServedOn: PlainDateText.nullable(),
  openObjections: z.int(),
  over: z.enum(['no', 'revised', 'withdrawn']),
  handlerId: Nullable,
  clerkId: Nullable,
  teamId: Nullable,
})

/** Who may take part in a plan, as the register knows it: a proposal, which the officer completes. */
export const PlanCreditors = z.object({
  /** What of the case's money nobody has asked for and nothing stops. */
  freeFen: FenText,
  /** The enforcement fee on what came in, less what was taken of it. */
  feeFen: FenText,
  creditors: z.array(
    z.object({
      creditor: z.string(),
      partyId: z.uuid().nullable(),
      ownCaseNumber: z.string(),
      /** The debtor there has the same name and no identity on record that says it is the same one. */
      byName: z.boolean(),
      /** Null where several share one claim: nobody may guess how. */
      claimFen: FenText.nullable(),
    }),
  ),
})

export const HoldList = z.object({
  holds: z.array(
    z.object({
      /** Null when a record of another kind stops the money, and ends it. */
      holdId: z.uuid().nullable(),
      rule: z.string(),
      /** The articles it rests on. */
      citation: z.string(),
      text: z.string(),
      /** How many receipts it is about; null when it is about all. */
      receipts: z.int().nullable(),
      placedBy: Nullable,
      placedOn: PlainDateText.nullable(),
      version: z.int().nullable(),
    }),
  ),
})

export const AttemptList = z.object({
  /** On how many different days somebody must have tried before money is put aside or handed over. */
  needed: z.int(),
  attempts: z.array(
    z.object({
      attemptId: z.uuid(),
      payee: z.string(),
      occurredOn: PlainDateText,
      how: z.string(),
      outcome: z.string(),
      recordedBy: Nullable,
    }),
  ),
})
