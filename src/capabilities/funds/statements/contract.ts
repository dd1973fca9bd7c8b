import { z } from 'zod'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'

/** What a column of a statement may say, for the screen that teaches a layout. */
export const taughtFields = [
  'day',
  'time',
  'incoming',
  'outgoing',
  'amount',
  'direction',
  'balance',
  'peerName',
  'peerAccount',
  'summary',
  'memo',
  'serial',
  'subAccount',
] as const

const FileId = z.string().regex(/^[0-9a-f]{64}$/)
const Heading = z.string().trim().min(1).max(100)

export const ImportStatement = z.object({
  fileId: FileId,
  fileName: z.string().min(1).max(200),
  /** Needed where the file does not name its account. */
  bankAccountId: z.uuid().optional(),
})
export const TeachLayout = z.object({
  bankAccountId: z.uuid(),
  /** The row of headings as the file has it, empty cells left out. */
  headings: z.array(Heading).min(2).max(100),
  fields: z.partialRecord(z.enum(taughtFields), Heading),
})
export const OpenBankAccount = z.object({
  bank: z.string().trim().min(2).max(80),
  title: z.string().trim().min(2).max(120),
  accountNumber: z
    .string()
    .trim()
    .regex(/^[\d\s-]{8,40}$/, { error: '应为数字账号' }),
})

export const StatementRow = z.object({
  statementId: z.uuid(),
  fileName: z.string(),
  format: z.string(),
  account: z.string(),
  fromOn: PlainDateText.nullable(),
  toOn: PlainDateText.nullable(),
  closingFen: FenText.nullable(),
  linesRead: z.int(),
  linesNew: z.int(),
  importedBy: z.string(),
  importedAt: z.string(),
})

export const StatementHeadQuestion = z.object({ fileId: FileId, fileName: z.string().min(1).max(200) })
/** The top of a file, with what each column was taken for. */
export const StatementHead = z.object({
  known: z.boolean(),
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  headRow: z.int().nullable(),
  columns: z.partialRecord(z.string(), z.int()),
})
