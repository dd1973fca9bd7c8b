import type { DerivedFact } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Label } from '#kernel/values/labels.ts'
import type { FileInput, FileProblem } from './reading/index.ts'

export type KeptFile = FileInput & { readonly bytes: Uint8Array; readonly fileId: string }

/** What a room made of a whole file. */
export type TakenFile = {
  readonly rowsRead: number
  /** Rows that are records, on record now or before. */
  readonly accepted: number
  readonly created: number
  /** Journalled with the import. */
  readonly entries: readonly DerivedFact[]
}

/** Files that are no ledger and that a room reads as a whole: a bank's statement. */
export type FileReader = {
  readonly kind: string
  readonly title: Label
  /** How many rows the file has when it is of this kind; null when it is not. Told by its beginning: every file is asked. */
  readonly look: (tx: Tx, file: FileInput & { readonly bytes: Uint8Array }) => Promise<{ readonly rows: number } | null>
  /** In the open transaction. What is wrong with the file leaves nothing in it. */
  readonly take: (
    tx: Tx,
    file: KeptFile,
    occasion: Occasion,
    progress: (done: number, total: number) => void,
  ) => Promise<TakenFile | FileProblem>
}

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly fileReaders?: readonly FileReader[]
  }
}

/** The room that reads this file as a whole, if any. Naming a kind of ledger leaves the file to the ledgers. */
export async function readerOf(
  tx: Tx,
  file: FileInput & { readonly bytes: Uint8Array },
  as: string | undefined,
): Promise<{ readonly reader: FileReader; readonly rows: number } | undefined> {
  for (const reader of tx.platform.registry.gather('fileReaders')) {
    if (as !== undefined && as !== reader.kind) continue
    const seen = await reader.look(tx, file)
    if (seen) return { reader, rows: seen.rows }
  }
  return undefined
}
