import { sql } from 'kysely'
import { z } from 'zod'
import type {} from '#capabilities/identity'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ImportRow } from '../contract.ts'

/** Files on their way in, newest first: drafts that wait for a person, runs that wait for a worker or are under way. */
export const imports = query({
  name: 'ledgers.imports',
  title: label('草稿和进行中的导入', 'Drafts and runs'),
  may: 'ledgers.import',
  input: z.object({ open: z.boolean().optional() }),
  row: ImportRow,
  rows: (db, { open }) => {
    const all = db
      .selectFrom('ledgers_import as i')
      .leftJoin('identity_staff_name as s', (join) =>
        join.onRef('s.court_id', '=', 'i.court_id').on(sql<boolean>`s.staff_id::text = i.opened_by`),
      )
      .select([
        'i.import_id as importId',
        'i.file_name as fileName',
        'i.state as state',
        'i.rows_done as rowsDone',
        'i.rows_total as rowsTotal',
        sql<string>`coalesce(s.name, i.opened_by)`.as('openedBy'),
        'i.opened_at as openedAt',
        'i.version as version',
      ])
    return open === true ? all.where('i.state', 'in', ['draft', 'waiting', 'running']) : all
  },
  scope: {},
  orders: [['-openedAt', 'importId']],
  columns: {
    fileName: label('文件', 'File'),
    state: label('状态', 'State'),
    rowsTotal: label('行数', 'Rows'),
    openedBy: label('打开人', 'By'),
    openedAt: label('打开时间', 'At'),
  },
})
