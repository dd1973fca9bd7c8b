import { layout, type Current, type Intake, type LedgerRecord } from '#capabilities/ledgers'
import { capability } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'

/** A ledger with several rows for one case, as a room would declare it. */
export const visitLayout = layout({
  kind: 'visits',
  title: label('走访台账', 'Visits'),
  hints: ['走访'],
  key: ['caseNumber', 'heldOn', 'person', 'kind'],
  columns: [
    { field: 'caseNumber', title: '案号', type: 'case-number', required: true, synonyms: ['执行案号'] },
    { field: 'heldOn', title: '走访日期', type: 'date', required: true },
    { field: 'person', title: '走访对象', type: 'text', required: true },
    { field: 'kind', title: '走访方式', type: 'text' },
    { field: 'minutes', title: '用时分钟', type: 'integer' },
    { field: 'place', title: '走访地点', type: 'text' },
  ],
})

type Row = {
  readonly visit_id: string
  readonly ledger_key: string
  readonly case_number: string
  readonly held_on: string
  readonly person: string
  readonly kind: string
  readonly minutes: number | null
  readonly place: string | null
}

const currentOf = ({ visit_id: id, case_number, held_on, person, kind, minutes, place }: Row): Current => ({
  id,
  record: { caseNumber: case_number, heldOn: held_on, person, kind, minutes, place },
  marks: [],
  typed: [],
})

async function write(tx: Tx, batchId: string, id: string, key: string, record: LedgerRecord): Promise<void> {
  await tx.client.query(
    `insert into visits_visit (visit_id, batch_id, ledger_key, case_number, held_on, person, kind, minutes, place)
     values ($1, $2, $3, $4, $5, $6, coalesce($7, ''), $8, $9)
     on conflict (court_id, visit_id) do update set minutes = excluded.minutes, place = excluded.place`,
    [
      id,
      batchId,
      key,
      ...['caseNumber', 'heldOn', 'person', 'kind', 'minutes', 'place'].map((field) => record[field] ?? null),
    ],
  )
}

const visitIntake: Intake = {
  layout: visitLayout,
  tables: [{ name: 'visits_visit', owner: 'visit_id' }],
  current: async (tx, keys) => {
    const { rows } = await tx.client.query<Row>('select * from visits_visit where ledger_key = any($1)', [keys])
    return new Map(rows.map((row) => [row.ledger_key, currentOf(row)]))
  },
  create: async (tx, rows, { batchId }) => {
    const ids = rows.map(() => newId())
    for (const [i, { key, record }] of rows.entries()) await write(tx, batchId, ids[i] ?? '', key, record)
    return ids
  },
  revise: async (tx, revisions, { batchId }) => {
    for (const { id, row, record } of revisions) await write(tx, batchId, id, row.key, record)
  },
  subject: (id) => `visit:${id}`,
  fact: (visitId, change) => ({ type: `visits.visit-${change}`, visitId }),
}

export const visits = capability({
  name: 'visits',
  title: label('走访', 'Visits'),
  migrations: new URL('migrations/', import.meta.url),
  ledgers: [visitIntake],
})
