import { z } from 'zod'
import { fileBytes } from '#kernel/files/store.ts'
import { isRefusal } from '#kernel/problem.ts'
import { download, type Download } from '#kernel/query.ts'
import { xlsxType } from '#kernel/sheets/table-sheet.ts'
import { label } from '#kernel/values/labels.ts'
import { readOptions } from '../import-file.ts'
import { remembering } from '../importing/remembering.ts'
import { fileRefused, noSuchSheet } from '../problems.ts'
import { problemSheet as writeProblemSheet, readLedger, type RecordRow } from '../reading/index.ts'
import { choicesOf } from '../run-import.ts'
import { findBatch, findImport } from '../store.ts'
import { keptRows } from '../waiting.ts'

const mostRows = 100_000

const named = (bytes: Uint8Array, fileName: string): Download => ({
  bytes,
  mediaType: xlsxType,
  fileName: `${fileName.replace(/\.[^.]+$/, '')}-问题.xlsx`,
})

/** The waiting rows of a batch as they were, with a column 问题: to be mended elsewhere and brought back. */
export const problemSheet = download({
  name: 'ledgers.problem-sheet',
  title: label('下载错误表', 'Sheet of problems'),
  may: 'ledgers.import',
  input: z.object({ batchId: z.uuid() }),
  mediaTypes: [xlsxType],
  read: async (tx, { batchId }) => {
    const batch = await findBatch(tx, batchId)
    if (isRefusal(batch)) return batch
    const rows = await keptRows(tx, batchId, 'set-aside', { after: 0, limit: mostRows })
    return named(await writeProblemSheet(batch, rows), batch.fileName)
  },
})

/** The same of a draft, before anything was imported. */
export const draftProblemSheet = download({
  name: 'ledgers.draft-problem-sheet',
  title: label('下载错误表', 'Sheet of problems'),
  may: 'ledgers.import',
  input: z.object({ importId: z.uuid(), sheet: z.string().max(200) }),
  mediaTypes: [xlsxType],
  read: async (tx, { importId, sheet }, occasion) => {
    const prepared = await findImport(tx, importId)
    if (isRefusal(prepared)) return prepared
    const { fileName, fileId } = prepared
    const register = remembering(tx, tx.platform.registry.gather('ledgers'))
    const options = await readOptions(tx, choicesOf(prepared), occasion)
    const reading = await readLedger({ fileName, bytes: await fileBytes(tx, fileId) }, { ...options, register })
    if ('code' in reading) return fileRefused(reading)
    const found = reading.sheets.find(({ plan }) => plan.sheet === sheet)
    if (!found) return noSuchSheet(sheet)
    const rows: RecordRow[] = []
    for await (const row of found.rows()) if (row.status === 'setAside' && rows.length < mostRows) rows.push(row)
    return named(await writeProblemSheet(found.plan, rows), fileName)
  },
})
