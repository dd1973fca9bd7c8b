import type { DeskCount } from '#capabilities/desk'
import type {} from '#capabilities/identity'
import type { DeskItem, DeskSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayInCourt, type Actor } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'

type Row = {
  readonly batch_id: string
  readonly number: number
  readonly file_name: string
  readonly sheet: string
  readonly waiting: number
}

/** Rows of a batch that was taken back wait for nobody. */
const waitingText = `
  select b.batch_id, b.number, b.file_name, b.sheet, count(*)::int as waiting
  from ledgers_row r
  join ledgers_batch b on b.court_id = r.court_id and b.batch_id = r.batch_id
  left join identity_staff_name s on s.court_id = b.court_id and s.staff_id::text = b.imported_by
  where r.status = 'set-aside' and b.state = 'applied' and (b.imported_by = $1 or s.staff_id is null)
  group by b.batch_id, b.number, b.file_name, b.sheet
  order by b.number`

const mayCorrect = (actor: Actor): boolean => mayInCourt(actor, 'ledgers.import')

/** Batches with rows that wait for this person: those they brought, and those that nobody in particular did. */
async function waitingBatches({ client }: Tx, { id }: Actor): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>({ name: 'ledgers_desk', text: waitingText, values: [id] })
  return rows
}

export const waitingDesk: DeskSource = {
  section: label('台账待改', 'Ledger rows to correct'),
  items: async (tx, { actor }) => (mayCorrect(actor) ? (await waitingBatches(tx, actor)).map(itemOf) : []),
}

const itemOf = ({ batch_id, number, file_name, sheet, waiting }: Row): DeskItem => ({
  id: `ledgers:${batch_id}`,
  what: label(`第${number}批有 ${waiting} 行待改正`, `${waiting} row(s) of batch ${number} to correct`),
  caseId: null,
  caseNumber: null,
  parties: null,
  why: `${file_name} · ${sheet}`,
  dueOn: null,
  state: 'open',
  act: { title: label('改正', 'Correct'), href: `/import/batches/${batch_id}?view=waiting` },
  group: 'ledgers.waiting',
})

/** Opens the list of batches, whose sum of waiting rows it is. */
export const waitingCount: DeskCount = {
  id: 'ledger-rows',
  title: label('台账待改行', 'Ledger rows to correct'),
  order: 60,
  tone: 'plain',
  href: '/import',
  count: async ({ client }, { actor }) => {
    if (!mayCorrect(actor)) return null
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ledgers_row r
       join ledgers_batch b on b.court_id = r.court_id and b.batch_id = r.batch_id
       where r.status = 'set-aside' and b.state = 'applied'`,
    )
    const count = rows[0]?.count ?? 0
    return count === 0 ? null : count
  },
}
