import { reading } from '#kernel/query.ts'
import { isRefusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { FolderImports, FolderPlan, FolderState } from '../contract.ts'
import { planDrafts } from '../folder.ts'
import { readOptions } from '../import-file.ts'
import type { ImportResult } from '../run-import.ts'
import { findImports, type FileImport } from '../store.ts'

/** What goes where and in which order, for files that come together. */
export const folderPlan = reading({
  name: 'ledgers.folder-plan',
  title: label('整批导入的安排', 'Plan of a folder'),
  may: 'ledgers.import',
  input: FolderImports,
  output: FolderPlan,
  read: async (tx, { importIds }, occasion) => {
    const drafts = await findImports(tx, importIds)
    if (isRefusal(drafts)) return drafts
    const planned = await planDrafts(tx, drafts, occasion)
    const { layouts } = await readOptions(tx, {}, occasion)
    return {
      kinds: layouts.map(({ kind, title }) => ({ kind, title: title.zh })),
      files: planned.map(({ draft: { importId }, plan: { fileName, rows, sheets, problem } }) => ({
        importId,
        fileName,
        rows,
        sheets: [...sheets],
        problem: problem?.detailZh ?? null,
      })),
    }
  },
})

/** One progress for all files, and what was read, accepted and set aside by file. */
export const folderState = reading({
  name: 'ledgers.folder-state',
  title: label('整批导入的进度', 'Course of a folder'),
  may: 'ledgers.import',
  input: FolderImports,
  output: FolderState,
  read: async (tx, { importIds }) => {
    const files = await findImports(tx, importIds)
    if (isRefusal(files)) return files
    return {
      rowsDone: files.reduce((sum, { rowsDone }) => sum + rowsDone, 0),
      rowsTotal: files.reduce((sum, { rowsTotal }) => sum + rowsTotal, 0),
      running: files.some(({ state }) => state === 'waiting' || state === 'running'),
      files: files.map(fileState),
    }
  },
})

function fileState({ importId, fileName, state, outcome, lastError }: FileImport) {
  const result = outcome as ImportResult | null
  const sheets = result && 'sheets' in result ? [...result.sheets] : []
  const sum = (count: 'rowsRead' | 'accepted' | 'setAside' | 'ignored') =>
    sheets.reduce((total, { counts }) => total + counts[count], 0)
  return {
    importId,
    fileName,
    state,
    rowsRead: sum('rowsRead'),
    accepted: sum('accepted'),
    setAside: sum('setAside'),
    ignored: sum('ignored'),
    sheets,
    problem: result && 'problem' in result ? result.problem : null,
    lastError,
  }
}
