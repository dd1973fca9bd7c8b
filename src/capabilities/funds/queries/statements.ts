import { openBook, UnreadableFile } from '#capabilities/ledgers'
import { fileBytes } from '#kernel/files/store.ts'
import { query, reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { columnsOf, tellsStatement } from '../statements/columns.ts'
import { StatementHead, StatementHeadQuestion, StatementRow } from '../statements/contract.ts'
import { noSuchStatementFile } from '../statements/problems.ts'
import { headingsText } from '../statements/table.ts'
import { plainText } from '../statements/table-rows.ts'
import { taughtLayouts } from '../statements/taught.ts'

/** Statements that came in, the latest first. */
export const statements = query({
  name: 'funds.statements',
  title: label('已导入的流水', 'Imported statements'),
  may: 'funds.read',
  input: z.object({}),
  row: StatementRow,
  rows: (db) =>
    db
      .selectFrom(
        sql<z.input<typeof StatementRow>>`(
          select s.statement_id as "statementId", s.file_name as "fileName", s.format, b.title || ' ' || b.number_masked as account,
                 s.from_on as "fromOn", s.to_on as "toOn", s.closing_fen as "closingFen", s.lines_read as "linesRead",
                 s.lines_new as "linesNew", s.imported_by as "importedBy", s.imported_at as "importedAt"
          from funds_statement s
          join funds_bank_account b on b.court_id = s.court_id and b.bank_account_id = s.bank_account_id)`.as('s'),
      )
      .selectAll(),
  scope: {},
  orders: [['-importedAt', 'statementId']],
  columns: {
    fileName: label('文件', 'File'),
    account: label('账户', 'Account'),
    fromOn: label('起', 'From'),
    toOn: label('止', 'To'),
    linesRead: label('笔数', 'Lines'),
    linesNew: label('新增', 'New'),
    closingFen: label('期末余额', 'Closing'),
    importedAt: label('导入时间', 'Imported'),
  },
})

const shownRows = 15

/** The top of a file for the screen that teaches its layout. */
export const statementHead = reading({
  name: 'funds.statement-head',
  title: label('流水文件的表头', 'Head of a statement file'),
  may: 'funds.import',
  input: StatementHeadQuestion,
  output: StatementHead,
  read: async (tx, { fileId, fileName }) => {
    const kept = await tx.db
      .selectFrom('kernel_file')
      .select('file_id')
      .where('file_id', '=', fileId)
      .executeTakeFirst()
    if (!kept) return noSuchStatementFile()
    const taught = await taughtLayouts(tx, undefined)
    const rows = await topOf({ fileName, bytes: await fileBytes(tx, fileId) })
    for (const { row, cells } of rows) {
      const learnt = taught.find(({ headings }) => headings === headingsText(cells))
      const columns = columnsOf(cells, learnt?.fields)
      if (learnt || tellsStatement(columns))
        return { known: true, rows: [...rows], headRow: row, columns: { ...columns } }
    }
    const likely = rows.toSorted((a, b) => filled(b.cells) - filled(a.cells))[0]
    return {
      known: false,
      rows: [...rows],
      headRow: likely?.row ?? null,
      columns: { ...columnsOf(likely?.cells ?? []) },
    }
  },
})

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '' && !/\d/.test(cell)).length

async function topOf(file: { readonly fileName: string; readonly bytes: Uint8Array }) {
  const book = await openBook(file)
  if ('code' in book) return []
  const rows: { row: number; cells: string[] }[] = []
  try {
    for await (const { rowNumber, cells } of book.sheets[0]?.rows() ?? []) {
      rows.push({ row: rowNumber, cells: cells.map(plainText) })
      if (rows.length >= shownRows) break
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
  }
  return rows
}
