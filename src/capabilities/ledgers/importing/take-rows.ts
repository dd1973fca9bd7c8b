import type { Hash } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { keepBefore } from '../undo/before-images.ts'
import { changesText, overlaid } from '../difference.ts'
import type { BatchRef, Intake, IntakeRow, Revision } from '../intake.ts'
import { cellText, type CleanValue, type LedgerRow, type RecordRow } from '../reading/index.ts'
import type { RecordChange } from '../tables.ts'
import { countInto, type Comparison, type Known, type Tally } from './compare.ts'

/** A batch that is being filled. */
export type Filling = {
  readonly batch: BatchRef
  readonly intake: Intake
  readonly hash: Hash
  readonly facts: Fact[]
  readonly tally: Tally
}

/** One chunk: what is new is created, what differs is revised, what is the same is left alone. */
export async function takeRows(tx: Tx, filling: Filling, comparison: Comparison, occasion: Occasion): Promise<void> {
  countInto(filling.tally, comparison)
  hashRows(filling.hash, comparison)
  await create(tx, filling, comparison.fresh, occasion)
  await revise(tx, filling, comparison.known, occasion)
}

/** Rows by number, values apart by signs that no cell can hold. */
function hashRows(hash: Hash, { fresh, known }: Comparison): void {
  let text = ''
  for (const { row, record } of fresh) text += rowText(row, record)
  for (const { row } of known) text += rowText(row.row, row.record)
  hash.update(text)
}

function rowText(row: number, record: IntakeRow['record']): string {
  let text = `${row}`
  for (const field in record) text += `\u001f${valueText(record[field] ?? null)}`
  return `${text}\n`
}

const valueText = (value: CleanValue): string =>
  value === null ? '\u0000' : Array.isArray(value) ? value.join('\u001e') : String(value)

async function create(tx: Tx, filling: Filling, rows: readonly IntakeRow[], occasion: Occasion): Promise<void> {
  if (rows.length === 0) return
  const { intake, batch, facts } = filling
  const ids = await intake.create(tx, rows, batch, occasion)
  for (const id of ids) facts.push(intake.fact(id, 'imported'))
  await insertRecords(
    tx,
    batch.batchId,
    rows.map(({ row }, i) => ({ row, subject: intake.subject(ids[i] ?? ''), change: 'created', diff: null })),
  )
}

async function revise(tx: Tx, filling: Filling, known: readonly Known[], occasion: Occasion): Promise<void> {
  const { intake, batch, facts } = filling
  const touched = known.filter(({ difference: { changes, conflicts } }) => changes.length + conflicts.length > 0)
  if (touched.length === 0) return
  await insertRecords(
    tx,
    batch.batchId,
    touched.map((one) => recordLine(tx, intake, one)),
  )
  const revisions = touched.filter(({ difference }) => difference.changes.length > 0).map(revisionOf)
  if (revisions.length === 0) return
  await keepBefore(
    tx,
    intake.tables,
    batch.batchId,
    revisions.map(({ id }) => id),
  )
  await intake.revise(tx, revisions, batch, occasion)
  for (const { id } of revisions) facts.push(intake.fact(id, 'revised'))
}

const revisionOf = ({ row, found, difference: { changes } }: Known): Revision => ({
  id: found.id,
  row,
  record: overlaid({ ...row.record, ...found.record }, changes),
  changed: changes.map(({ field }) => field),
})

function recordLine({ court, platform }: Tx, intake: Intake, { row, found, difference }: Known): RecordLine {
  const { changes, conflicts } = difference
  const diff = platform.cipher.seal(court, differenceOwner, changesText({ changes, conflicts }))
  return { row: row.row, subject: intake.subject(found.id), change: changes.length > 0 ? 'changed' : 'conflict', diff }
}

/** For whom differences are sealed: they may hold personal data. */
export const differenceOwner = 'ledger-difference'
/** For whom the cells of waiting rows are sealed. */
export const cellsOwner = 'ledger-row'

type RecordLine = {
  readonly row: number
  readonly subject: string
  readonly change: RecordChange
  readonly diff: string | null
}

const insertRecords = (tx: Tx, batchId: string, lines: readonly RecordLine[]) =>
  tx.client.query({
    name: 'ledgers_record_insert',
    text: `insert into ledgers_record (batch_id, row, subject, change, diff)
           select $1::uuid, * from unnest($2::int[], $3::text[], $4::text[], $5::text[])`,
    values: [
      batchId,
      lines.map(({ row }) => row),
      lines.map(({ subject }) => subject),
      lines.map(({ change }) => change),
      lines.map(({ diff }) => diff),
    ],
  })

/** Rows that wait, and accepted ones that carry a warning, stay readable until someone has seen to them. */
export async function keepTellingRows(tx: Tx, batchId: string, rows: readonly LedgerRow[]): Promise<void> {
  const telling = rows.filter(
    (row): row is RecordRow => row.status === 'setAside' || (row.status === 'accepted' && row.problems.length > 0),
  )
  if (telling.length === 0) return
  await tx.client.query({
    name: 'ledgers_row_insert',
    text: `insert into ledgers_row (batch_id, row, status, key, cells, problems)
           select $1::uuid, * from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::jsonb[])`,
    values: [
      batchId,
      telling.map(({ rowNumber }) => rowNumber),
      telling.map(({ status }) => (status === 'setAside' ? 'set-aside' : 'accepted')),
      telling.map(({ key }) => key),
      telling.map((row) => sealedCells(tx, row)),
      telling.map(({ problems }) => JSON.stringify(problems)),
    ],
  })
}

export const sealedCells = ({ court, platform }: Tx, { cells }: Pick<RecordRow, 'cells'>): string =>
  platform.cipher.seal(court, cellsOwner, JSON.stringify(cells.map((cell) => cellText(cell))))
