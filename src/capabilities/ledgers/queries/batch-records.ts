import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { BatchRecords, recordViews } from '../contract.ts'
import { differenceFrom } from '../difference.ts'
import { differenceRow } from '../grid.ts'
import { differenceOwner } from '../importing/take-rows.ts'
import { intakeOf } from '../kinds.ts'
import { batchRecord } from '../store.ts'
import { namesOf } from '../subject-names.ts'

const pageSize = 200

/** The records behind a batch's counts, with what it changed of each, field by field. */
export const batchRecords = recordReading({
  name: 'ledgers.batch-records',
  title: label('批次明细', 'Records of a batch'),
  may: 'ledgers.read',
  record: batchRecord,
  input: z.object({ change: z.enum(recordViews), after: z.int().min(0).default(0) }),
  output: BatchRecords,
  read: async (tx, { batchId, kind }, { change, after }) => {
    const lines = await tx.db
      .selectFrom('ledgers_record')
      .select(['row', 'subject', 'change', 'diff'])
      .where('batch_id', '=', batchId)
      // A record may be changed in some fields and contradict what was typed in others.
      .where('change', 'in', change === 'conflict' ? ['conflict', 'changed'] : [change])
      .where('row', '>', after)
      .orderBy('row')
      .limit(pageSize + 1)
      .execute()
    const page = lines.slice(0, pageSize)
    const names = await namesOf(
      tx,
      page.map(({ subject }) => subject),
    )
    const layout = intakeOf(tx, kind)?.layout
    const rows = page.map((line, i) => ({
      ...differenceRow(line.row, names[i] ?? line.subject, opened(tx, line.diff), layout),
      subject: line.subject,
      change: line.change,
    }))
    return {
      rows: change === 'conflict' ? rows.filter(({ conflicts }) => conflicts.length > 0) : rows,
      next: lines.length > pageSize ? (page.at(-1)?.row ?? null) : null,
    }
  },
})

const opened = ({ court, platform }: Tx, diff: string | null) =>
  diff === null ? { changes: [], conflicts: [] } : differenceFrom(platform.cipher.open(court, differenceOwner, diff))
