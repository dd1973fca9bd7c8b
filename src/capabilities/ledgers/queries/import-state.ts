import { z } from 'zod'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ImportState } from '../contract.ts'
import type { ImportResult } from '../run-import.ts'
import { importRecord } from '../store.ts'

/** How far an import is, and when it has ended, what came of it. */
export const importState = recordReading({
  name: 'ledgers.import-state',
  title: label('导入进度', 'Course of an import'),
  may: 'ledgers.import',
  record: importRecord,
  input: z.object({}),
  output: ImportState,
  read: async (
    _tx,
    { importId, fileName, state, rowsDone, rowsTotal, startedAt, finishedAt, outcome, lastError, version },
  ) => {
    const result = outcome as ImportResult | null
    return {
      importId,
      fileName,
      state,
      rowsDone,
      rowsTotal,
      startedAt,
      finishedAt,
      sheets: result && 'sheets' in result ? [...result.sheets] : [],
      problem: result && 'problem' in result ? result.problem : null,
      lastError,
      version,
    }
  },
})
