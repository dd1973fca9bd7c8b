import './tables.ts'

export * from './reading/index.ts'
export type { BatchRef, Current, Intake, IntakeRow, LedgerFilter, Revision } from './intake.ts'
export type { FileReader, KeptFile, TakenFile } from './file-readers.ts'
export { importFile, type ImportOptions, type SheetOutcome } from './import-file.ts'
export { inOrder, planFolderFile, type FolderFile, type FolderSheet } from './folder.ts'
export { courtOfFile } from './court-of.ts'
export { ledgers } from './capability.ts'
