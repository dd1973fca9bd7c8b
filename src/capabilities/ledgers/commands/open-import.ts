import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import { fileBytes } from '#kernel/files/store.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { OpenedImport, OpenImport } from '../contract.ts'
import { readerOf } from '../file-readers.ts'
import { readOptions } from '../import-file.ts'
import { fileRefused, noSuchFile } from '../problems.ts'
import { planLedger } from '../reading/index.ts'

export type ImportOpened = Fact & {
  readonly type: 'ledgers.import-opened'
  readonly importId: string
  readonly fileId: string
  readonly fileName: string
  readonly rowsTotal: number
}

/** A file is looked at and kept as a draft: columns can be matched, cells corrected, before anything goes on record. */
export const openImport = command({
  name: 'ledgers.open-import',
  title: label('选文件', 'Choose a file'),
  may: 'ledgers.import',
  cites: [],
  input: OpenImport,
  load: async (tx, { fileId }) => (await bytesOf(tx, fileId)) ?? noSuchFile(),
  consult: async (tx, { fileName }, bytes, occasion): Promise<number | Refusal> => {
    const whole = await readerOf(tx, { fileName, bytes }, undefined)
    if (whole) return whole.rows
    const plan = await planLedger({ fileName, bytes }, await readOptions(tx, {}, occasion))
    return 'code' in plan ? fileRefused(plan) : plan.sheets.reduce((sum, { rowCount }) => sum + rowCount, 0)
  },
  decide: (_bytes, { fileId, fileName }, _occasion, rowsTotal): ImportOpened => ({
    type: 'ledgers.import-opened',
    importId: newId(),
    fileId,
    fileName,
    rowsTotal,
  }),
  save: saveOpened,
  subjects: ({ importId }) => [`import:${importId}`],
  answer: ({ importId }) => ({ importId }),
  output: OpenedImport,
})

async function bytesOf(tx: Tx, fileId: string): Promise<Buffer | undefined> {
  const kept = await tx.db.selectFrom('kernel_file').select('file_id').where('file_id', '=', fileId).executeTakeFirst()
  return kept && fileBytes(tx, fileId)
}

async function saveOpened(tx: Tx, facts: readonly ImportOpened[], { actor, now }: Occasion): Promise<void> {
  await tx.db
    .insertInto('ledgers_import')
    .values(
      facts.map(({ importId, fileId, fileName, rowsTotal }) => ({
        import_id: importId,
        file_id: fileId,
        file_name: fileName,
        state: 'draft' as const,
        choices: JSON.stringify({}),
        corrections: null,
        outcome: null,
        rows_total: rowsTotal,
        opened_by: actor.id,
        opened_at: now.toString(),
        started_by: null,
        started_at: null,
        finished_at: null,
        last_error: null,
      })),
    )
    .execute()
}
