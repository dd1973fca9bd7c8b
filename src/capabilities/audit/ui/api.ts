import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import {
  AccessFilter,
  AccessRow,
  ChainState,
  Entry,
  JournalFilter,
  JournalRow,
  SealRow,
  Seq,
  Subject,
  VerifiedPart,
} from '../contract.ts'

export const journal = listContract({ name: 'audit.journal', input: JournalFilter, row: JournalRow })
export const accessLog = listContract({ name: 'audit.access-log', input: AccessFilter, row: AccessRow })
export const seals = listContract({ name: 'audit.seals', input: z.object({}), row: SealRow })
export const entry = readingContract({ name: 'audit.entry', input: z.object({ seq: Seq }), output: Entry })
export const chain = readingContract({ name: 'audit.chain', input: z.object({}), output: ChainState })
export const names = readingContract({
  name: 'audit.names',
  input: z.object({ subjects: z.array(Subject) }),
  output: z.record(z.string(), z.string()),
})
export const verifyPart = readingContract({
  name: 'audit.verify-part',
  input: z.object({ after: Seq }),
  output: VerifiedPart,
})
export const sealHead = commandContract({
  name: 'audit.seal-head',
  title: label('封存链摘要', 'Seal the head'),
  input: z.object({}),
})
export const noteReading = commandContract({
  name: 'audit.note-reading',
  title: label('查阅审计轨迹', 'Read the audit trail'),
  input: z.object({ page: z.enum(['journal', 'access-log', 'entry']), filter: z.record(z.string(), z.string()) }),
})
