import type { RecordNames } from '#capabilities/operations'

const batchNames: RecordNames = async (tx, ids) => {
  const rows = await tx.db
    .selectFrom('ledgers_batch')
    .select(['batch_id', 'number', 'file_name'])
    .where('batch_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ batch_id, number, file_name }) => [batch_id, `第${number}批 ${file_name}`]))
}

const importNames: RecordNames = async (tx, ids) => {
  const rows = await tx.db
    .selectFrom('ledgers_import')
    .select(['import_id', 'file_name'])
    .where('import_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ import_id, file_name }) => [import_id, file_name]))
}

export const ledgerNames: Readonly<Record<string, RecordNames>> = { batch: batchNames, import: importNames }
