import { z } from 'zod'

/** What a full number may be looked at for. The purpose is journalled with who looked. */
export const purposeCodes = ['identity', 'document', 'inquiry', 'service', 'assistance', 'supervision'] as const

/** On what two records are held to be one person. That the names agree is no ground. */
export const groundCodes = ['document-seen', 'party-stated', 'judgment', 'police', 'same-phone'] as const

export const partyKindCodes = ['person', 'legal', 'unincorporated', 'unknown'] as const

/** `identifier`, or one phone by its index. */
export const RevealField = z.string().regex(/^(identifier|phone:[\w-]{22})$/, { error: '只能查看证件号或电话' })

export const Reveal = z.object({
  partyId: z.uuid(),
  field: RevealField,
  purpose: z.enum(purposeCodes),
  /** The case the look is for. */
  caseId: z.uuid().optional(),
})
export const Revealed = z.object({ partyId: z.uuid(), seq: z.string().regex(/^\d{1,18}$/) })
export const RevealedValue = z.object({ value: z.string() })

const PartyName = z.string().trim().min(1).max(120)
const Reason = z.string().trim().min(2).max(200)

export const CorrectName = z.object({ partyId: z.uuid(), version: z.int(), name: PartyName, reason: Reason })
export const AddPhone = z.object({
  partyId: z.uuid(),
  version: z.int(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?\d[\d -]{5,18}$/, { error: '电话应为 6 至 19 位数字' }),
})
export const ProposeMerge = z.object({
  /** The record that stays. */
  keepId: z.uuid(),
  /** The record that becomes part of it. */
  mergeId: z.uuid(),
  ground: z.enum(groundCodes),
  /** What was seen, where, by whom. */
  evidence: z.string().trim().min(4).max(300),
})
export const ApproveMerge = z.object({ approvalId: z.uuid() })
export const RefuseMerge = z.object({ approvalId: z.uuid(), reason: Reason })
export const UndoMerge = z.object({ partyId: z.uuid(), reason: Reason })

const LabelText = z.object({ zh: z.string(), en: z.string() })

/** One column of a section that a room adds to the view of a debtor. Money in fen as digits, days as ISO text. */
export const SectionColumn = z.object({
  id: z.string(),
  title: LabelText,
  kind: z.enum(['text', 'number', 'money', 'day', 'state']),
})
export const SectionRow = z.object({
  key: z.string(),
  cells: z.record(z.string(), z.string().nullable()),
  /** The record's own page; null when it is not the reader's to open. */
  href: z.string().nullable(),
  tone: z.enum(['neutral', 'primary', 'ok', 'hold', 'dotted']).default('neutral'),
})
export const Section = z.object({
  id: z.string(),
  title: LabelText,
  columns: z.array(SectionColumn),
  rows: z.array(SectionRow),
  /** Sum line, by column. */
  foot: z.object({ title: z.string(), cells: z.record(z.string(), z.string()) }).nullable(),
  /** Large figures for the head of the page. */
  figures: z.array(z.object({ title: LabelText, amountFen: z.string() })),
  /** Rows that exist and are not the reader's to see. */
  hidden: z.int(),
})
export type Section = z.output<typeof Section>

export const WholeView = z.object({
  partyId: z.uuid(),
  version: z.int(),
  kind: z.enum(partyKindCodes),
  name: z.string(),
  /** Other spellings on record, those of merged records included. */
  names: z.array(z.string()),
  identifiers: z.array(z.object({ partyId: z.uuid(), masked: z.string() })),
  phones: z.array(z.object({ partyId: z.uuid(), field: RevealField, masked: z.string() })),
  /** Records that two people found to be this one. */
  merged: z.array(z.object({ partyId: z.uuid(), name: z.string(), idMasked: z.string().nullable() })),
  sameName: z.int(),
  sections: z.array(Section),
  /** Who looked at the full numbers, newest first. */
  seen: z.array(z.object({ at: z.string(), who: z.string(), purpose: z.enum(purposeCodes), field: z.string() })),
  seenTotal: z.int(),
  may: z.object({ reveal: z.boolean(), edit: z.boolean(), proposeMerge: z.boolean(), undoMerge: z.boolean() }),
})
export type WholeView = z.output<typeof WholeView>

export const Namesake = z.object({
  partyId: z.uuid(),
  name: z.string(),
  kind: z.enum(partyKindCodes),
  idMasked: z.string().nullable(),
  records: z.int(),
  /** A proposal to merge it with the one asked about is waiting. */
  proposed: z.boolean(),
})
export const Namesakes = z.object({ rows: z.array(Namesake), hidden: z.int() })
export type Namesakes = z.output<typeof Namesakes>

export const MergeProposalCard = z.object({
  approvalId: z.uuid(),
  keep: z.object({ partyId: z.uuid(), name: z.string(), idMasked: z.string().nullable() }),
  merge: z.object({ partyId: z.uuid(), name: z.string(), idMasked: z.string().nullable() }),
  ground: z.enum(groundCodes),
  evidence: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  /** Whoever proposed it may not approve it. */
  mine: z.boolean(),
})
export type MergeProposalCard = z.output<typeof MergeProposalCard>
