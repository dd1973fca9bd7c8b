import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import { enqueue } from '#kernel/jobs/queue.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { unlessRefused } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { rowsAtOnce, runImport } from '../run-import.ts'
import { findImport, importRecord } from '../store.ts'
import { mustBeDraft } from './prepare-import.ts'

export type ImportStarted = Fact & {
  readonly type: 'ledgers.import-started'
  readonly importId: string
  readonly fileId: string
  readonly fileName: string
  readonly asJob: boolean
}

/** Good rows go on record, bad ones wait. A long file runs as a job; leaving the page does not stop it. */
export const startImport = recordCommand(importRecord, {
  name: 'ledgers.import',
  title: label('导入台账', 'Import a ledger'),
  may: 'ledgers.import',
  cites: [],
  input: z.object({}),
  load: async (_tx, prepared) => prepared,
  gate: mustBeDraft,
  decide: ({ importId, fileId, fileName, rowsTotal }): ImportStarted => ({
    type: 'ledgers.import-started',
    importId,
    fileId,
    fileName,
    asJob: rowsTotal > rowsAtOnce,
  }),
  save: saveStarted,
  subjects: ({ importId }) => [`import:${importId}`],
  answer: ({ importId, asJob }) => ({ importId, asJob }),
  output: z.object({ importId: z.uuid(), asJob: z.boolean() }),
})

async function saveStarted(tx: Tx, facts: readonly ImportStarted[], occasion: Occasion): Promise<void> {
  for (const { importId, asJob } of facts) {
    await tx.client.query(
      `update ledgers_import set state = 'waiting', started_by = $2, started_at = $3, version = version + 1
       where import_id = $1`,
      [importId, occasion.actor.id, occasion.now.toString()],
    )
    if (asJob) await enqueue(tx, 'ledgers.import', { importId })
    else await runImport(tx, unlessRefused(await findImport(tx, importId)), occasion)
  }
}
