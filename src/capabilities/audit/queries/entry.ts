import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { notFound } from '#kernel/pipeline/problems.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Entry, JournalRow, Seq } from '../contract.ts'
import { namesOf } from '../names.ts'
import { factLines } from '../rules/fact-lines.ts'
import { wordFor } from '../rules/field-words.ts'
import { journalRows } from './journal-rows.ts'

const Text = z.object({
  previous: z.string(),
  subjects: z.array(z.string()),
  fact: z.record(z.string(), z.unknown()),
})

/** One entry: what changed, the exact text that was hashed, and the entries before and after it. */
export const entry = reading({
  name: 'audit.entry',
  title: label('一条记录', 'One entry'),
  may: 'audit.read',
  input: z.object({ seq: Seq }),
  output: Entry,
  read: async (tx, { seq }) => {
    const around = await rowsAround(tx, BigInt(seq))
    const row = around.get(BigInt(seq))
    const stored = await tx.db
      .selectFrom('kernel_journal')
      .select(['text', 'hash'])
      .where('seq', '=', seq)
      .executeTakeFirst()
    if (!row || !stored) return notFound(label('这条记录', 'entry'))
    const { previous, subjects, fact } = Text.parse(JSON.parse(stored.text))
    const named = await namesOf(tx, subjects)
    const fullHash = stored.hash.toString('hex')
    return {
      ...row,
      subjects: subjects.map((subject) => ({ subject, name: named.get(subject) ?? null })),
      lines: factLines(fact).map(({ name, before, value }) => ({
        name: wordFor(name),
        before,
        value: called(named, value),
      })),
      previousHash: previous,
      fullHash,
      text: stored.text,
      holds: createHash('sha256').update(stored.text).digest('hex') === fullHash && (await follows(tx, seq, previous)),
      before: around.get(BigInt(seq) - 1n) ?? null,
      after: around.get(BigInt(seq) + 1n) ?? null,
    }
  },
})

/** A value that is the id of a record the entry speaks of, as that record is called. */
const called = (named: ReadonlyMap<string, string>, value: string): string =>
  [...named].find(([subject]) => subject.endsWith(`:${value}`))?.[1] ?? value

async function rowsAround(tx: Tx, seq: bigint): Promise<ReadonlyMap<bigint, z.output<typeof JournalRow>>> {
  const rows = await journalRows(tx.db)
    .where('j.seq', 'in', [seq - 1n, seq, seq + 1n].map(String))
    .execute()
  return new Map(rows.map((row) => [BigInt(row.seq), JournalRow.parse(row)]))
}

async function follows(tx: Tx, seq: string, previous: string): Promise<boolean> {
  if (seq === '1') return previous === '0'.repeat(64)
  const row = await tx.db
    .selectFrom('kernel_journal')
    .select('hash')
    .where('seq', '=', (BigInt(seq) - 1n).toString())
    .executeTakeFirst()
  return row?.hash.toString('hex') === previous
}
