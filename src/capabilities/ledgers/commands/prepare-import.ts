import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import { unlessRefused, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { PrepareImport, type SheetChoice } from '../contract.ts'
import { notADraft } from '../problems.ts'
import { findImport, importRecord, typedOwner, type FileImport, type TypedCells } from '../store.ts'

export type ImportPrepared = Fact & {
  readonly type: 'ledgers.import-prepared'
  readonly importId: string
  readonly sheet: string
  /** How the sheet is to be read; undefined when only cells were typed. */
  readonly choice: SheetChoice | undefined
  readonly cells: readonly { readonly row: number; readonly field: string; readonly text: string | null }[]
}

export const mustBeDraft = ({ state }: FileImport): Refusal | undefined =>
  state === 'draft' ? undefined : notADraft(state)

/** What a person decides about a sheet, and what they type in place of wrong cells. Nothing goes on record yet. */
export const prepareImport = recordCommand(importRecord, {
  name: 'ledgers.prepare-import',
  title: label('对列和改正', 'Match columns and correct cells'),
  may: 'ledgers.import',
  cites: [],
  input: PrepareImport,
  load: async (_tx, prepared) => prepared,
  gate: mustBeDraft,
  decide: ({ importId }, { sheet, choice, cells = [] }): ImportPrepared => ({
    type: 'ledgers.import-prepared',
    importId,
    sheet,
    choice,
    cells,
  }),
  save: savePrepared,
  subjects: ({ importId }) => [`import:${importId}`],
  personal: ['text'],
})

async function savePrepared(tx: Tx, facts: readonly ImportPrepared[]): Promise<void> {
  for (const { importId, sheet, choice, cells } of facts) {
    const before = unlessRefused(await findImport(tx, importId, true))
    const typed = withCells(before.corrections, sheet, cells)
    const choices = choice === undefined ? before.choices : { ...before.choices, [sheet]: choice }
    await tx.db
      .updateTable('ledgers_import')
      .set((eb) => ({
        choices: JSON.stringify(choices),
        corrections: tx.platform.cipher.seal(tx.court, typedOwner, JSON.stringify(typed)),
        version: eb('version', '+', 1),
      }))
      .where('import_id', '=', importId)
      .execute()
  }
}

/** The typed cells with these put in, or taken out where there is no text. */
export function withCells(before: TypedCells, sheet: string, cells: ImportPrepared['cells']): TypedCells {
  const rows: Record<string, Record<string, string>> = {}
  for (const [row, fields] of Object.entries(before[sheet] ?? {})) rows[row] = { ...fields }
  for (const { row, field, text } of cells) {
    const { [field]: _old, ...others } = rows[row] ?? {}
    const fields = text === null ? others : { ...others, [field]: text }
    if (Object.keys(fields).length > 0) rows[row] = fields
    else delete rows[row]
  }
  return { ...before, [sheet]: rows }
}
