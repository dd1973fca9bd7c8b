import { delimitedRows, separatorOf } from './file/delimited-text.ts'
import type { FileProblem } from './file/file-problem.ts'
import { UnreadableFile } from './file/file-problem.ts'
import { readHeldBook } from './file/held-book.ts'
import { noSharedStrings, sharedStringsOf } from './file/shared-strings.ts'
import { sniff } from './file/sniff.ts'
import type { FileSource } from './file/source.ts'
import { sourceOfBytes, sourceOfFile } from './file/source.ts'
import { textOf } from './file/text-encoding.ts'
import { readWorkbook } from './file/workbook.ts'
import type { Glance } from './file/worksheet.ts'
import { worksheetRows } from './file/worksheet.ts'
import type { MergedRange, RawRow } from './raw.ts'

/** One sheet of a file, whatever the file is. Its rows can be read any number of times, from the first each time. */
export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  rows(glance?: Glance): AsyncIterable<RawRow>
  /** Known once a reading of `rows` has come to its end; empty before. */
  merges(): readonly MergedRange[]
}
export type Book = {
  readonly fileName: string
  readonly kind: 'xlsx' | 'xls' | 'csv'
  readonly sheets: readonly Sheet[]
}

export type FileInput =
  | { readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly fileName: string; readonly path: string }

/** Opens a ledger file by its content. What is wrong with the file as a whole comes back as a problem. */
export async function openBook(input: FileInput): Promise<Book | FileProblem> {
  const { fileName } = input
  const source = 'bytes' in input ? sourceOfBytes(input.bytes) : await sourceOfFile(input.path)
  try {
    const file = await sniff(source, fileName)
    if ('code' in file) return file
    if (file.kind === 'text')
      return { fileName, kind: 'csv', sheets: [await textSheet(source, file.encoding, fileName)] }
    if (file.kind === 'xlsx') return { fileName, kind: 'xlsx', sheets: await archiveSheets(file.archive, fileName) }
    const content =
      file.kind === 'markup'
        ? (await Array.fromAsync(textOf(source, file.encoding, fileName))).join('')
        : await source.read(0, source.size)
    return { fileName, kind: 'xls', sheets: heldSheets(content, fileName) }
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem
    throw error
  }
}

async function archiveSheets(archive: Parameters<typeof readWorkbook>[0], fileName: string): Promise<readonly Sheet[]> {
  const book = await readWorkbook(archive, fileName)
  const strings = book.sharedStrings ? sharedStringsOf(await archive.bytes(book.sharedStrings)) : noSharedStrings
  return book.sheets.map(({ name, hidden, entry }) => {
    let known: readonly MergedRange[] = []
    const context = { fileName, strings, styles: book.styles, since1904: book.since1904 }
    return {
      name,
      hidden,
      merges: () => known,
      rows: (glance) => worksheetRows(archive.stream(entry), context, (merges) => (known = merges), glance),
    }
  })
}

const heldSheets = (content: Buffer | string, fileName: string): readonly Sheet[] =>
  readHeldBook(content, fileName).map(({ name, hidden, merges, rows }) => ({
    name,
    hidden,
    merges: () => merges,
    async *rows() {
      yield* rows()
    },
  }))

async function textSheet(source: FileSource, encoding: Parameters<typeof textOf>[1], fileName: string): Promise<Sheet> {
  const head = new TextDecoder(encoding).decode(await source.read(0, 64 * 1024))
  const separator = separatorOf(head)
  return {
    name: fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, ''),
    hidden: false,
    merges: () => [],
    rows: () => delimitedRows(textOf(source, encoding, fileName), separator),
  }
}
