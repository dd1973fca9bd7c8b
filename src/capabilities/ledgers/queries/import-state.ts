import { z } from 'zod'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ImportState } from '../contract.ts'
import type { ImportResult } from '../run-import.ts'
import { importRecord, type FileImport } from '../store.ts'

/** How far an import is, and when it has ended, what came of it. */
export const importState = recordReading({
  name: 'ledgers.import-state',
  title: label('导入进度', 'Course of an import'),
  may: 'ledgers.import',
  record: importRecord,
  input: z.object({}),
  output: ImportState,
  read: async (_tx, found, _input, { now }) => {
    const { importId, fileName, state, rowsDone, rowsTotal, startedAt, finishedAt, lastError, version } = found
    const result = found.outcome as ImportResult | null
    return {
      importId,
      fileName,
      state,
      rowsDone,
      rowsTotal,
      rowsPerSecond: rateOf(found, now),
      startedAt,
      finishedAt,
      sheets: result && 'sheets' in result ? [...result.sheets] : [],
      problem: result && 'problem' in result ? result.problem : null,
      lastError,
      version,
    }
  },
})

function rateOf({ rowsDone, startedAt, finishedAt }: FileImport, now: Temporal.Instant): number | null {
  if (startedAt === null) return null
  const until = finishedAt === null ? now : Temporal.Instant.from(finishedAt)
  const seconds = Temporal.Instant.from(startedAt).until(until).total('seconds')
  return seconds > 0 ? Math.round(rowsDone / seconds) : null
}
