import { sql } from 'kysely'
import { z } from 'zod'
import type {} from '#capabilities/identity'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { BatchRow } from '../contract.ts'

const count = (name: string) => sql<number>`coalesce((b.counts ->> ${sql.lit(name)})::int, 0)`

/** What came in by ledger, newest first. */
export const batches = query({
  name: 'ledgers.batches',
  title: label('导入记录', 'Imports'),
  may: 'ledgers.read',
  input: z.object({ state: z.enum(['applied', 'undone']).optional(), kind: z.string().max(60).optional() }),
  row: BatchRow,
  rows: (db, { state, kind }) => {
    const all = db
      .selectFrom('ledgers_batch as b')
      .leftJoin('identity_staff_name as s', (join) =>
        join.onRef('s.court_id', '=', 'b.court_id').on(sql<boolean>`s.staff_id::text = b.imported_by`),
      )
      .select([
        'b.batch_id as batchId',
        'b.number as number',
        'b.state as state',
        'b.kind as kind',
        'b.file_name as fileName',
        'b.sheet as sheet',
        count('accepted').as('accepted'),
        count('created').as('created'),
        count('changed').as('changed'),
        count('same').as('same'),
        count('conflicts').as('conflicts'),
        sql<number>`(select count(*)::int from ledgers_row r where r.court_id = b.court_id and r.batch_id = b.batch_id and r.status = 'set-aside' and b.state = 'applied')`.as(
          'waiting',
        ),
        sql<string>`coalesce(s.name, case b.imported_by when 'operator' then '运行维护' when 'import' then '导入' else b.imported_by end)`.as(
          'importedBy',
        ),
        'b.imported_at as importedAt',
        'b.undone_at as undoneAt',
        'b.version as version',
      ])
    const stated = state ? all.where('b.state', '=', state) : all
    return kind ? stated.where('b.kind', '=', kind) : stated
  },
  scope: {},
  orders: [
    ['-importedAt', 'batchId'],
    ['-number', 'batchId'],
  ],
  sums: ['created', 'changed', 'waiting'],
  columns: {
    number: label('批次', 'Batch'),
    fileName: label('文件', 'File'),
    sheet: label('工作表', 'Sheet'),
    created: label('新增', 'New'),
    changed: label('变更', 'Changed'),
    same: label('不变', 'Same'),
    conflicts: label('冲突', 'Conflicts'),
    waiting: label('待改', 'Waiting'),
    importedBy: label('导入人', 'By'),
    importedAt: label('导入时间', 'At'),
  },
})
