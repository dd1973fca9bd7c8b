import { readFileSync } from 'node:fs'
import type { FileInput } from '#capabilities/ledgers'
import { looksLikeCamt, readCamt } from './camt.ts'
import { looksLikeMt940, readMt940 } from './mt940.ts'
import { UnreadableStatement, type Statement, type StatementProblem } from './statement.ts'
import { readTable, tableHeadings, type TaughtLayout } from './table.ts'

const headBytes = 4_096

const bytesOf = (input: FileInput): Uint8Array => ('bytes' in input ? input.bytes : readFileSync(input.path))

/** UTF-8 where every byte fits, else GB18030, the national standard. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The statements of a file, or why nothing of it is taken. */
export async function readStatements(
  input: FileInput,
  taught: readonly TaughtLayout[] = [],
): Promise<readonly Statement[] | StatementProblem> {
  try {
    const bytes = bytesOf(input)
    const head = textOf(bytes.subarray(0, headBytes))
    if (looksLikeCamt(head)) return readCamt(textOf(bytes), input.fileName)
    if (looksLikeMt940(head)) return readMt940(textOf(bytes), input.fileName)
    return await readTable({ fileName: input.fileName, bytes }, taught)
  } catch (error) {
    if (error instanceof UnreadableStatement) return error.problem
    throw error
  }
}

/** Whether a file is a statement at all, told by its beginning. */
export async function isStatement(input: FileInput, taught: readonly TaughtLayout[] = []): Promise<boolean> {
  const head = textOf(bytesOf(input).subarray(0, headBytes))
  return looksLikeCamt(head) || looksLikeMt940(head) || (await tableHeadings(input, taught)) !== null
}
