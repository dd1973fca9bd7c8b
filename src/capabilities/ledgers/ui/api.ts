import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import {
  BatchHead,
  BatchRecords,
  BatchRow,
  CorrectRows,
  DropRow,
  FolderImports,
  FolderPlan,
  FolderState,
  ImportPlan,
  ImportRow,
  ImportState,
  OpenedImport,
  OpenImport,
  PrepareImport,
  Preview,
  PreviewQuestion,
  recordViews,
  WaitingRows,
} from '../contract.ts'

const ofImport = z.object({ importId: z.uuid() })
const ofBatch = z.object({ batchId: z.uuid() })

export const batchList = listContract({ name: 'ledgers.batches', input: z.object({}), row: BatchRow })
export const importList = listContract({
  name: 'ledgers.imports',
  input: z.object({ open: z.boolean().optional() }),
  row: ImportRow,
})
export const planReading = readingContract({ name: 'ledgers.plan', input: ofImport, output: ImportPlan })
export const previewReading = readingContract({
  name: 'ledgers.preview',
  input: PreviewQuestion.extend(ofImport.shape),
  output: Preview,
})
export const stateReading = readingContract({ name: 'ledgers.import-state', input: ofImport, output: ImportState })
export const batchReading = readingContract({ name: 'ledgers.batch', input: ofBatch, output: BatchHead })
export const recordsReading = readingContract({
  name: 'ledgers.batch-records',
  input: ofBatch.extend({ change: z.enum(recordViews), after: z.int().default(0) }),
  output: BatchRecords,
})
export const waitingReading = readingContract({
  name: 'ledgers.waiting-rows',
  input: ofBatch.extend({
    status: z.enum(['set-aside', 'accepted', 'corrected', 'dropped']).default('set-aside'),
    after: z.int().default(0),
  }),
  output: WaitingRows,
})

export const openImport = commandContract({
  name: 'ledgers.open-import',
  title: label('选文件', 'Choose a file'),
  input: OpenImport,
  answer: OpenedImport,
})
export const prepareImport = commandContract({
  name: 'ledgers.prepare-import',
  title: label('对列和改正', 'Match columns and correct cells'),
  input: PrepareImport.extend(ofImport.shape),
})
export const startImport = commandContract({
  name: 'ledgers.import',
  title: label('导入台账', 'Import a ledger'),
  input: ofImport,
})
export const dropImport = commandContract({
  name: 'ledgers.drop-import',
  title: label('放弃草稿', 'Drop the draft'),
  input: ofImport,
})
export const undoBatch = commandContract({
  name: 'ledgers.undo-batch',
  title: label('撤销本批', 'Undo this batch'),
  input: ofBatch,
})
export const correctRows = commandContract({
  name: 'ledgers.correct-rows',
  title: label('导入改正的行', 'Import corrected rows'),
  input: CorrectRows.extend(ofBatch.shape),
})
export const dropRow = commandContract({
  name: 'ledgers.drop-row',
  title: label('放弃此行', 'Drop the row'),
  input: DropRow.extend(ofBatch.shape),
})

export const folderPlanReading = readingContract({
  name: 'ledgers.folder-plan',
  input: FolderImports,
  output: FolderPlan,
})
export const folderStateReading = readingContract({
  name: 'ledgers.folder-state',
  input: FolderImports,
  output: FolderState,
})
export const importFolder = commandContract({
  name: 'ledgers.import-folder',
  title: label('整批导入', 'Import them all'),
  input: FolderImports,
})
/** Of the room that compares ledgers: how many places do not agree. */
export const contradictionList = listContract({
  name: 'registers.contradictions',
  input: z.object({}),
  row: z.object({}),
})

/** A file the server makes: the sheet of problems of a draft or a batch. */
export const downloadHref = (query: string, input: Readonly<Record<string, string>>): string =>
  `/api/queries/${query}?${new URLSearchParams({ input: JSON.stringify(input) })}`
