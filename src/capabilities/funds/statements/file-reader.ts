import type { FileProblem, FileReader, KeptFile } from '#capabilities/ledgers'
import type { DerivedFact } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { reactTo } from '#kernel/pipeline/execute.ts'
import { label } from '#kernel/values/labels.ts'
import { taughtLayouts } from './taught.ts'
import { putOnRecord, type StatementImported } from './put-on-record.ts'
import { isStatement, readStatements } from './read.ts'
import { UnreadableStatement, type StatementProblem } from './statement.ts'

export type TakenStatements = {
  readonly rowsRead: number
  readonly accepted: number
  readonly created: number
  readonly facts: readonly StatementImported[]
}

/** Reads a file of statements and puts them on record. Throws what is wrong, so that nothing of it stays. */
export async function takeStatements(
  tx: Tx,
  file: KeptFile,
  bankAccountId: string | undefined,
  occasion: Occasion,
  progress: (done: number, total: number) => void = () => {},
): Promise<TakenStatements> {
  const statements = await readStatements(file, await taughtLayouts(tx, bankAccountId))
  if ('code' in statements) throw new UnreadableStatement(statements)
  const { fileId, fileName } = file
  const facts: StatementImported[] = []
  const total = statements.reduce((sum, { lines }) => sum + lines.length, 0)
  let done = 0
  for (const statement of statements) {
    const { fact } = await putOnRecord(tx, statement, { fileId, fileName, bankAccountId }, occasion)
    if (fact) facts.push(fact)
    progress((done += statement.lines.length), total)
  }
  return {
    rowsRead: Math.max(
      total,
      statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    ),
    accepted: total,
    created: facts.reduce((sum, { linesNew }) => sum + linesNew, 0),
    facts,
  }
}

/** Statements among the files of a folder or on the command line. */
export const statementReader: FileReader = {
  kind: 'bank-statement',
  title: label('银行流水', 'Bank statement'),
  look: async (tx, file) => {
    const taught = await taughtLayouts(tx, undefined)
    return (await isStatement(file, taught)) ? { rows: rowsAbout(file.bytes) } : null
  },
  take: async (tx, file, occasion, progress) => {
    await tx.client.query('savepoint statement')
    try {
      const { facts, ...counts } = await takeStatements(tx, file, undefined, occasion, progress)
      const entries = facts.map((fact): DerivedFact => ({ fact, subjects: [`bank-account:${fact.bankAccountId}`] }))
      return { ...counts, entries: [...entries, ...(await reactTo(tx, facts, occasion))] }
    } catch (error) {
      await tx.client.query('rollback to savepoint statement')
      if (error instanceof UnreadableStatement) return asFileProblem(error.problem)
      throw error
    }
  },
}

const asFileProblem = ({ code, titleZh, detailZh }: StatementProblem): FileProblem => ({ code, titleZh, detailZh })

/** For the progress bar only. */
const rowsAbout = (bytes: Uint8Array): number => {
  let rows = 0
  for (const byte of bytes) if (byte === 10) rows++
  return Math.max(rows, 1)
}
