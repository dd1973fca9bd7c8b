import { readFile } from 'node:fs/promises'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { fileBytes } from '#kernel/files/store.ts'
import type { Actor, Occasion } from '#kernel/occasion.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { readerOf, type FileReader } from './file-readers.ts'
import { readOptions, type ImportOptions } from './import-file.ts'
import { kindOrder, placeOf } from './importing/order.ts'
import { planLedger, sheetProblems, type FileInput, type FileProblem, type SheetPlan } from './reading/index.ts'
import { choicesOf } from './run-import.ts'
import type { FileImport } from './store.ts'

/** What a sheet of a folder will be read as. */
export type FolderSheet = {
  readonly sheet: string
  readonly kind: string | null
  readonly title: string | null
  readonly rows: number
  readonly left: SheetPlan['left']
  /** Why it does not go in: unknown, hidden, a column short. Null when it does. */
  readonly unread: string | null
}

/** A file of a folder before anything goes in. `place` grows with what must be there before. */
export type FolderFile = {
  readonly fileName: string
  readonly place: number
  readonly rows: number
  readonly sheets: readonly FolderSheet[]
  readonly problem: FileProblem | null
}

/** Looks at one file as its import will, and writes nothing. */
export async function planFile(
  tx: Tx,
  file: FileInput,
  options: ImportOptions,
  occasion: Occasion,
): Promise<FolderFile> {
  const settings = await readOptions(tx, options, occasion)
  const order = kindOrder(settings.layouts)
  const whole = await readerOf(tx, await withBytes(file), options.as)
  if (whole) return wholeFile(file.fileName, whole, order.length)
  const plan = await planLedger(file, settings)
  const { fileName } = file
  if ('code' in plan) return { fileName, place: order.length, rows: 0, sheets: [], problem: plan }
  const places = plan.sheets.filter(({ left }) => left === null).map((sheet) => placeOf(sheet, order))
  const known = places.filter((place) => place < order.length)
  return {
    fileName,
    place: known.length === 0 ? order.length : Math.max(...known),
    rows: plan.sheets.reduce((sum, { rowCount }) => sum + rowCount, 0),
    sheets: plan.sheets.map((sheet) => ({
      sheet: sheet.sheet,
      kind: sheet.layout?.kind ?? null,
      title: sheet.layout?.title.zh ?? null,
      rows: sheet.rowCount,
      left: sheet.left,
      unread: sheet.left === 'person' ? '不读' : (sheetProblems(sheet)[0]?.message ?? null),
    })),
    problem: null,
  }
}

const withBytes = async (file: FileInput) => ('bytes' in file ? file : { ...file, bytes: await readFile(file.path) })

/** What a room reads as a whole goes in last: it finds the ledgers there. */
const wholeFile = (
  fileName: string,
  { reader, rows }: { readonly reader: FileReader; readonly rows: number },
  place: number,
): FolderFile => ({
  fileName,
  place,
  rows,
  sheets: [{ sheet: '', kind: reader.kind, title: reader.title.zh, rows, left: null, unread: null }],
  problem: null,
})

/** Files in the order in which they go in; files of one kind keep the order they came in. */
export const inOrder = <T extends { readonly plan: FolderFile }>(files: readonly T[]): readonly T[] =>
  files.toSorted((a, b) => a.plan.place - b.plan.place)

/** The same for files that are on no record yet. */
export const planFolderFile = (platform: Platform, actor: Actor, file: FileInput, options: ImportOptions = {}) =>
  inTransaction(platform, actor, async (tx) => planFile(tx, file, options, await occasionFor(tx, actor)))

/** Drafts of one folder in the order in which they go in. */
export async function planDrafts(
  tx: Tx,
  drafts: readonly FileImport[],
  occasion: Occasion,
): Promise<readonly { readonly draft: FileImport; readonly plan: FolderFile }[]> {
  const planned: { readonly draft: FileImport; readonly plan: FolderFile }[] = []
  for (const draft of drafts) {
    const file = { fileName: draft.fileName, bytes: await fileBytes(tx, draft.fileId) }
    planned.push({ draft, plan: await planFile(tx, file, choicesOf(draft), occasion) })
  }
  return inOrder(planned)
}
