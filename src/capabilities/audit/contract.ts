import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'

export const Seq = z.string().regex(/^\d{1,18}$/)
export const Subject = z.string().regex(/^[a-z][a-z-]*:\S{1,80}$/, { error: '对象写作 种类:编号' })

export const JournalFilter = z.object({
  /** An id of a person or of a system actor. */
  actorId: z.string().max(60).optional(),
  command: z.string().max(80).optional(),
  subject: Subject.optional(),
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
})

export const AccessFilter = z.object({
  actorId: z.string().max(60).optional(),
  subject: Subject.optional(),
  /** Looks of so many days up to this moment. */
  days: z.int().min(1).max(366).optional(),
})

export const JournalRow = z.object({
  seq: Seq,
  recordedAt: z.string(),
  occurredOn: z.string(),
  actorId: z.string(),
  actor: z.string(),
  posts: z.string(),
  command: z.string(),
  act: z.string(),
  type: z.string(),
  subject: z.string(),
  change: z.string(),
  hash: z.string(),
})
export type JournalRow = z.output<typeof JournalRow>

export const AccessRow = z.object({
  seq: Seq,
  recordedAt: z.string(),
  actorId: z.string(),
  actor: z.string(),
  posts: z.string(),
  act: z.string(),
  subject: z.string(),
  purpose: z.string(),
})
export type AccessRow = z.output<typeof AccessRow>

/** A value before and after, or one value, under the name it has in the fact. Personal values stay sealed. */
export const FactLine = z.object({ name: z.string(), before: z.string().nullable(), value: z.string() })

export const Entry = JournalRow.extend({
  subjects: z.array(z.object({ subject: z.string(), name: z.string().nullable() })),
  lines: z.array(FactLine),
  previousHash: z.string(),
  fullHash: z.string(),
  /** The exact text that was hashed. */
  text: z.string(),
  /** Its hash is that of its text, and it names the hash of the entry before. */
  holds: z.boolean(),
  before: JournalRow.nullable(),
  after: JournalRow.nullable(),
})
export type Entry = z.output<typeof Entry>

export const Broken = z.object({ seq: Seq, expected: z.string(), found: z.string(), why: z.string() })

export const VerifiedPart = z.object({
  checked: z.int(),
  /** The last entry looked at; where the next part begins. */
  upTo: Seq,
  head: Seq,
  done: z.boolean(),
  broken: Broken.nullable(),
})
export type VerifiedPart = z.output<typeof VerifiedPart>

export const SealRow = z.object({
  day: z.string(),
  seq: Seq,
  hash: z.string(),
  sealedAt: z.string(),
  keyId: z.string(),
  signature: z.string(),
})
export type SealRow = z.output<typeof SealRow>

export const ChainState = z.object({
  head: Seq,
  hash: z.string(),
  lastSeal: SealRow.nullable(),
  /** Whether the last seal is signed by this court's key and still fits the journal. */
  sealHolds: z.boolean().nullable(),
  /** For whoever keeps the printed seals and wants to check one without this machine. */
  publicKey: z.string(),
})
export type ChainState = z.output<typeof ChainState>
