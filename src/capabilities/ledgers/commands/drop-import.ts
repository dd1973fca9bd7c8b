import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import { label } from '#kernel/values/labels.ts'
import { importRecord } from '../store.ts'
import { mustBeDraft } from './prepare-import.ts'

export type ImportDropped = Fact & { readonly type: 'ledgers.import-dropped'; readonly importId: string }

/** A draft that nobody wants any more. What was typed into it is forgotten. */
export const dropImport = recordCommand(importRecord, {
  name: 'ledgers.drop-import',
  title: label('放弃草稿', 'Drop the draft'),
  may: 'ledgers.import',
  cites: [],
  input: z.object({}),
  load: async (_tx, prepared) => prepared,
  gate: mustBeDraft,
  decide: ({ importId }): ImportDropped => ({ type: 'ledgers.import-dropped', importId }),
  save: async (tx, facts) => {
    await tx.client.query(
      `update ledgers_import set state = 'dropped', corrections = null, version = version + 1
       where import_id = any($1::uuid[])`,
      [facts.map(({ importId }) => importId)],
    )
  },
  subjects: ({ importId }) => [`import:${importId}`],
})
