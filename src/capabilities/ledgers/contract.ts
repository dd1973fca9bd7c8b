import { z } from 'zod'

/** Shapes of this room as they cross the wire. */

export const FileId = z.string().regex(/^[0-9a-f]{64}$/)
const Day = z.iso.date()
export const Period = z.object({ from: Day, to: Day })

/** What a person decides about one sheet in place of what was found. */
export const SheetChoice = z.object({
  kind: z.string().max(60).exactOptional(),
  headRow: z.int().min(1).max(200).exactOptional(),
  /** Heading → field; null keeps the column beside the record. */
  fields: z.record(z.string().max(200), z.string().max(60).nullable()).exactOptional(),
  unit: z.enum(['yuan', 'ten-thousand-yuan']).exactOptional(),
  period: Period.nullable().exactOptional(),
  /** Read a hidden sheet too, or leave a visible one out. */
  read: z.boolean().exactOptional(),
})
export type SheetChoice = z.output<typeof SheetChoice>

export const OpenImport = z.object({ fileId: FileId, fileName: z.string().min(1).max(200) })
export const OpenedImport = z.object({ importId: z.uuid() })

/** A cell as it should have been; null takes the correction back. */
export const TypedCell = z.object({
  row: z.int().min(1),
  field: z.string().min(1).max(60),
  text: z.string().max(4_000).nullable(),
})
export const PrepareImport = z.object({
  sheet: z.string().max(200),
  choice: SheetChoice.optional(),
  cells: z.array(TypedCell).max(5_000).optional(),
})

const Counts = z.object({
  rowsRead: z.int(),
  accepted: z.int(),
  setAside: z.int(),
  ignored: z.int(),
  warnings: z.int(),
  created: z.int(),
  changed: z.int(),
  same: z.int(),
  conflicts: z.int(),
})
export type Counts = z.output<typeof Counts>

export const SheetOutcome = z.object({
  sheet: z.string(),
  kind: z.string().nullable(),
  batchId: z.uuid().nullable(),
  number: z.int().nullable(),
  sameAs: z.int().nullable(),
  counts: Counts,
})
export type SheetOutcomeLine = z.output<typeof SheetOutcome>

export const ImportState = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  state: z.enum(['draft', 'waiting', 'running', 'done', 'refused', 'dropped']),
  rowsDone: z.int(),
  rowsTotal: z.int(),
  /** Since it began; null before. */
  rowsPerSecond: z.int().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  sheets: z.array(SheetOutcome),
  problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
  lastError: z.string().nullable(),
  version: z.int(),
})
export type ImportState = z.output<typeof ImportState>

const Guess = z.object({ kind: z.string(), score: z.number() })
export const PlannedColumn = z.object({
  index: z.int(),
  heading: z.string(),
  headingKey: z.string(),
  field: z.string().nullable(),
  confidence: z.number(),
  by: z.enum(['person', 'heading', 'likeness', 'content', 'none']),
  samples: z.array(z.string()),
})
export type PlannedColumn = z.output<typeof PlannedColumn>

export const PlannedSheet = z.object({
  sheet: z.string(),
  hidden: z.boolean(),
  /** Why the sheet will not be read; null when it will. */
  left: z.enum(['hidden', 'person']).nullable(),
  kind: z.string().nullable(),
  guesses: z.array(Guess),
  headFirst: z.int().nullable(),
  headLast: z.int().nullable(),
  above: z.array(z.string()),
  columns: z.array(PlannedColumn),
  missing: z.array(z.string()),
  unit: z.enum(['yuan', 'ten-thousand-yuan']),
  unitFrom: z.enum(['person', 'heading', 'line', 'default']),
  period: Period.nullable(),
  rowCount: z.int(),
  /** The batch that already brought this sheet of this very file. */
  sameAs: z.int().nullable(),
  choice: SheetChoice,
})
export type PlannedSheet = z.output<typeof PlannedSheet>

export const LedgerKind = z.object({
  kind: z.string(),
  title: z.string(),
  columns: z.array(z.object({ field: z.string(), title: z.string(), required: z.boolean() })),
})
export type LedgerKind = z.output<typeof LedgerKind>
export const ImportPlan = z.object({
  kinds: z.array(LedgerKind),
  sheets: z.array(PlannedSheet),
  /** What the file is, when a room reads it as a whole and there are no columns to match: 银行流水. */
  whole: z.string().nullable(),
})
export type ImportPlan = z.output<typeof ImportPlan>

export const RowProblem = z.object({
  row: z.int().nullable(),
  column: z.string(),
  field: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
})
export type RowProblem = z.output<typeof RowProblem>

/** A cell of a row on its way in. */
export const SheetCell = z.object({
  text: z.string(),
  /** As the file has it, where it was read otherwise or typed anew. */
  original: z.string().exactOptional(),
  /** Typed by a person. */
  typed: z.boolean().exactOptional(),
  /** What it may have been meant to be. */
  likely: z.string().exactOptional(),
})
export type SheetCell = z.output<typeof SheetCell>

export const SheetRow = z.object({
  row: z.int(),
  status: z.enum(['good', 'bad', 'twice']),
  isContext: z.boolean(),
  key: z.string().nullable(),
  cells: z.record(z.string(), SheetCell),
  problems: z.array(RowProblem),
})
export type SheetRow = z.output<typeof SheetRow>

export const FieldChange = z.object({
  field: z.string(),
  title: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FieldChange = z.output<typeof FieldChange>
export const RowDifference = z.object({
  row: z.int(),
  name: z.string(),
  changes: z.array(FieldChange),
  conflicts: z.array(FieldChange),
})
export type RowDifference = z.output<typeof RowDifference>

export const rowViews = ['all', 'good', 'bad', 'twice', 'warned', 'fixed'] as const
export const PreviewQuestion = z.object({
  sheet: z.string().max(200),
  view: z.enum(rowViews).default('bad'),
  context: z.boolean().default(true),
  after: z.int().min(0).default(0),
  /** Only rows with this fault, in this column. */
  code: z.string().max(60).optional(),
  column: z.string().max(200).optional(),
})
export const ProblemGroup = z.object({
  code: z.string(),
  column: z.string(),
  field: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  count: z.int(),
  message: z.string(),
  firstRow: z.int(),
})
export type ProblemGroup = z.output<typeof ProblemGroup>
export const GridColumn = z.object({ field: z.string(), title: z.string(), right: z.boolean() })
export type GridColumn = z.output<typeof GridColumn>

export const Preview = z.object({
  sheet: z.string(),
  kind: z.string().nullable(),
  counts: Counts,
  views: z.record(z.enum(rowViews), z.int()),
  groups: z.array(ProblemGroup),
  columns: z.array(GridColumn),
  rows: z.array(SheetRow),
  /** The row after which the next page begins; null at the end. */
  next: z.int().nullable(),
  /** Rows beyond this many are counted but not shown. */
  shownAtMost: z.int(),
  /** How many records each field would change. */
  changedFields: z.array(z.object({ title: z.string(), count: z.int() })),
  differences: z.array(RowDifference),
})
export type Preview = z.output<typeof Preview>

export const BatchRow = z.object({
  batchId: z.uuid(),
  number: z.int(),
  state: z.enum(['applied', 'undone']),
  kind: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  accepted: z.int(),
  created: z.int(),
  changed: z.int(),
  same: z.int(),
  conflicts: z.int(),
  waiting: z.int(),
  importedBy: z.string(),
  importedAt: z.string(),
  undoneAt: z.string().nullable(),
  version: z.int(),
})
export type BatchRow = z.output<typeof BatchRow>

export const BatchHead = BatchRow.extend({
  kindTitle: z.string(),
  period: Period.nullable(),
  counts: Counts,
  columns: z.array(GridColumn),
  corrects: z.int().nullable(),
  correctedBy: z.array(z.int()),
  /** Why it cannot be undone now; null when it can. */
  undoRefused: z.string().nullable(),
})
export type BatchHead = z.output<typeof BatchHead>

export const recordViews = ['created', 'changed', 'conflict'] as const
export const BatchRecords = z.object({
  rows: z.array(RowDifference.extend({ subject: z.string(), change: z.enum(recordViews) })),
  next: z.int().nullable(),
})
export type BatchRecords = z.output<typeof BatchRecords>

export const WaitingRows = z.object({
  columns: z.array(GridColumn),
  rows: z.array(SheetRow),
  next: z.int().nullable(),
})
export type WaitingRows = z.output<typeof WaitingRows>

export const CorrectRows = z.object({
  corrections: z
    .array(z.object({ row: z.int().min(1), fields: z.record(z.string().max(60), z.string().max(4_000)) }))
    .min(1)
    .max(2_000),
})
export const DropRow = z.object({ row: z.int().min(1), reason: z.string().min(2).max(200) })

export const ImportRow = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  state: z.enum(['draft', 'waiting', 'running', 'done', 'refused', 'dropped']),
  rowsDone: z.int(),
  rowsTotal: z.int(),
  openedBy: z.string(),
  openedAt: z.string(),
  version: z.int(),
})
export type ImportRow = z.output<typeof ImportRow>

/** Files that are opened one by one and come in together. */
export const FolderImports = z.object({ importIds: z.array(z.uuid()).min(1).max(200) })

export const FolderPlan = z.object({
  /** What a sheet may be told to be. */
  kinds: z.array(LedgerKind.pick({ kind: true, title: true })),
  files: z.array(
    z.object({
      importId: z.uuid(),
      fileName: z.string(),
      rows: z.int(),
      sheets: z.array(
        z.object({
          sheet: z.string(),
          kind: z.string().nullable(),
          title: z.string().nullable(),
          rows: z.int(),
          /** Hidden, or left out by a person. */
          left: PlannedSheet.shape.left,
          /** Why it does not go in; null when it does. */
          unread: z.string().nullable(),
        }),
      ),
      problem: z.string().nullable(),
    }),
  ),
})
export type FolderPlan = z.output<typeof FolderPlan>

export const FolderState = z.object({
  rowsDone: z.int(),
  rowsTotal: z.int(),
  running: z.boolean(),
  files: z.array(
    ImportState.pick({
      importId: true,
      fileName: true,
      state: true,
      sheets: true,
      problem: true,
      lastError: true,
    }).extend({
      rowsRead: z.int(),
      accepted: z.int(),
      setAside: z.int(),
      ignored: z.int(),
    }),
  ),
})
export type FolderState = z.output<typeof FolderState>
