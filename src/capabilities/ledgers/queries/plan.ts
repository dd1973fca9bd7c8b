import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { fileBytes } from '#kernel/files/store.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ImportPlan, type PlannedSheet } from '../contract.ts'
import { readerOf } from '../file-readers.ts'
import { readOptions } from '../import-file.ts'
import { fileRefused } from '../problems.ts'
import { cellText, planLedger, type SheetPlan } from '../reading/index.ts'
import { choicesOf } from '../run-import.ts'
import { importRecord, type FileImport } from '../store.ts'

const samplesShown = 4

/** How each sheet of a file will be read: what it is, where its head stands, which column is which. */
export const importPlan = recordReading({
  name: 'ledgers.plan',
  title: label('对列', 'Columns of an import'),
  may: 'ledgers.import',
  record: importRecord,
  input: z.object({}),
  output: ImportPlan,
  read: async (tx, prepared, _input, occasion) => {
    const { fileName, fileId } = prepared
    const options = await readOptions(tx, choicesOf(prepared), occasion)
    const file = { fileName, bytes: await fileBytes(tx, fileId) }
    const whole = await readerOf(tx, file, options.as)
    if (whole) return { kinds: [], sheets: [], whole: whole.reader.title.zh }
    const plan = await planLedger(file, options)
    if ('code' in plan) return fileRefused(plan)
    const before = await earlierBatches(tx, fileId)
    return {
      whole: null,
      kinds: options.layouts.map(({ kind, title, columns }) => ({
        kind,
        title: title.zh,
        columns: columns.map(({ field, title: name, required = false }) => ({ field, title: name, required })),
      })),
      sheets: plan.sheets.map((sheet) => plannedSheet(sheet, prepared, before)),
    }
  },
})

function plannedSheet(sheet: SheetPlan, { choices }: FileImport, before: ReadonlyMap<string, number>): PlannedSheet {
  const { head, layout, columns, sample } = sheet
  return {
    sheet: sheet.sheet,
    hidden: sheet.hidden,
    left: sheet.left,
    kind: layout?.kind ?? null,
    guesses: [...sheet.guesses],
    headFirst: head?.firstRow ?? null,
    headLast: head?.lastRow ?? null,
    above: [...(head?.above ?? [])],
    columns: columns.map(({ index, heading, headingKey, field, confidence, by }) => {
      const texts = sample.map(({ cells }) => cellText(cells[index] ?? null).trim()).filter((text) => text !== '')
      return { index, heading, headingKey, field, confidence, by, samples: [...new Set(texts)].slice(0, samplesShown) }
    }),
    missing: [...sheet.missing],
    unit: sheet.unit,
    unitFrom: sheet.unitFrom,
    period: sheet.period,
    rowCount: sheet.rowCount,
    sameAs: before.get(sheet.sheet) ?? null,
    choice: choices[sheet.sheet] ?? {},
  }
}

async function earlierBatches(tx: Tx, fileId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .selectFrom('ledgers_batch')
    .select(['sheet', 'number'])
    .where('file_id', '=', fileId)
    .where('state', '=', 'applied')
    .where('corrects', 'is', null)
    .orderBy('number')
    .execute()
  return new Map(rows.map(({ sheet, number }) => [sheet, number]))
}
