import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { correctRows } from './commands/correct-rows.ts'
import { dropImport } from './commands/drop-import.ts'
import { dropRow } from './commands/drop-row.ts'
import { importFolder } from './commands/import-folder.ts'
import { openImport } from './commands/open-import.ts'
import { prepareImport } from './commands/prepare-import.ts'
import { startImport } from './commands/start-import.ts'
import { undoBatch } from './commands/undo-batch.ts'
import { waitingCount, waitingDesk } from './desk.ts'
import { importFolderJob, importJob } from './jobs/import.ts'
import { batch } from './queries/batch.ts'
import { batchRecords } from './queries/batch-records.ts'
import { batches } from './queries/batches.ts'
import { exportLedger } from './queries/export.ts'
import { folderPlan, folderState } from './queries/folder.ts'
import { importState } from './queries/import-state.ts'
import { imports } from './queries/imports.ts'
import { importPlan } from './queries/plan.ts'
import { preview } from './queries/preview.ts'
import { draftProblemSheet, problemSheet } from './queries/problem-sheets.ts'
import { waitingRows } from './queries/waiting-rows.ts'
import { ledgerNames } from './record-names.ts'

export const ledgers = capability({
  name: 'ledgers',
  title: label('台账', 'Ledgers'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'ledgers.import': { title: label('导入台账', 'Import ledgers'), personalData: true },
    'ledgers.read': { title: label('查看导入记录', 'Read imports'), personalData: true },
    'ledgers.export': { title: label('按台账格式导出', 'Export as ledgers'), personalData: true },
  },
  roleGrants: [
    { role: 'clerk', permission: 'ledgers.import', scope: 'court' },
    { role: 'clerk', permission: 'ledgers.read', scope: 'court' },
    { role: 'clerk', permission: 'ledgers.export', scope: 'own' },
    { role: 'judge', permission: 'ledgers.export', scope: 'own' },
    { role: 'office', permission: 'ledgers.import', scope: 'court' },
    { role: 'office', permission: 'ledgers.read', scope: 'court' },
    { role: 'office', permission: 'ledgers.export', scope: 'court' },
    { role: 'director', permission: 'ledgers.import', scope: 'court' },
    { role: 'director', permission: 'ledgers.read', scope: 'court' },
    { role: 'director', permission: 'ledgers.export', scope: 'court' },
    { role: 'filing-clerk', permission: 'ledgers.read', scope: 'court' },
    { role: 'president', permission: 'ledgers.read', scope: 'court' },
    { role: 'inspector', permission: 'ledgers.read', scope: 'court' },
  ],
  commands: [openImport, prepareImport, startImport, importFolder, dropImport, undoBatch, correctRows, dropRow],
  queries: [
    importPlan,
    preview,
    importState,
    imports,
    batches,
    batch,
    batchRecords,
    waitingRows,
    problemSheet,
    draftProblemSheet,
    exportLedger,
    folderPlan,
    folderState,
  ],
  jobs: [importJob, importFolderJob],
  desk: [waitingDesk],
  deskCounts: [waitingCount],
  recordNames: ledgerNames,
  words: { 'actor:import': label('导入', 'Import') },
})
