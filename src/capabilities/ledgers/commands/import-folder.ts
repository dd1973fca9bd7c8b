import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import { enqueue } from '#kernel/jobs/queue.ts'
import { label } from '#kernel/values/labels.ts'
import { FolderImports } from '../contract.ts'
import { notADraft } from '../problems.ts'
import { findImports } from '../store.ts'

export type FolderStarted = Fact & {
  readonly type: 'ledgers.folder-started'
  readonly importIds: readonly string[]
}

/** Files that came together go in one after another, in the order that their kinds ask for, as one job. */
export const importFolder = command({
  name: 'ledgers.import-folder',
  title: label('整批导入台账', 'Import a folder of ledgers'),
  may: 'ledgers.import',
  cites: [],
  input: FolderImports,
  load: (tx, { importIds }) => findImports(tx, importIds, true),
  gate: (drafts) => {
    const other = drafts.find(({ state }) => state !== 'draft')
    return other && notADraft(other.state)
  },
  decide: (drafts): FolderStarted => ({
    type: 'ledgers.folder-started',
    importIds: drafts.map(({ importId }) => importId),
  }),
  save: async (tx, facts, { actor, now }) => {
    for (const { importIds } of facts) {
      await tx.client.query(
        `update ledgers_import set state = 'waiting', started_by = $2, started_at = $3, version = version + 1
         where import_id = any($1::uuid[])`,
        [importIds, actor.id, now.toString()],
      )
      await enqueue(tx, 'ledgers.import-folder', { importIds })
    }
  },
  subjects: ({ importIds: [first = '', ...others] }) => [
    `import:${first}`,
    ...others.map((importId) => `import:${importId}` as const),
  ],
  answer: ({ importIds }) => ({ importIds }),
  output: z.object({ importIds: z.array(z.uuid()) }),
})
