export type { Repair } from './clean/cleaning.ts'
export type { MoneyUnit } from './clean/money.ts'
export type { FileProblem } from './file/file-problem.ts'
export type { JudgeOptions } from './judge-row.ts'
export type { CellChange, IgnoredRow, LedgerRow, RecordRow, RowProblem } from './row.ts'
export type {
  Check,
  CheckContext,
  CleanValue,
  Column,
  ColumnType,
  Layout,
  LedgerRecord,
  RecordOf,
  Severity,
} from './layout.ts'
export { layout } from './layout.ts'
export type { MappedColumn, Remembered } from './mapping.ts'
export type { DayRangeText } from './period.ts'
export type { Corrections, LedgerPlan, PlanOptions, SheetChoice, SheetPlan } from './plan.ts'
export { planLedger } from './plan.ts'
export type { DateCell, ErrorCell, RawCell, RawRow } from './raw.ts'
export { cellText } from './raw.ts'
export type { LedgerReading, ReadOptions, SheetReading } from './read-ledger.ts'
export { readLedger } from './read-ledger.ts'
export { sheetProblems, type SheetSummary } from './summary.ts'
export type { Register } from './twins.ts'
export type { IgnoredAs } from './row-kind.ts'
export type { Book, FileInput, Sheet } from './sheets.ts'
export { openBook } from './sheets.ts'
export { fingerprintOf, type ToldKinds } from './fingerprint.ts'
export { UnreadableFile } from './file/file-problem.ts'
export { normalHeading } from './heading.ts'
export { readDate } from './clean/date.ts'
export { readMoney } from './clean/money.ts'
export { composedKey } from './row-key.ts'
export { problemSheet, type ProblemRow } from './problem-sheet.ts'
