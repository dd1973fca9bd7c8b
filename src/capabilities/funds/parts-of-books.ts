import type { Contributions } from '#kernel/capability.ts'
import { closeDay } from './commands/close-day.ts'
import { explainDifference } from './commands/explain-difference.ts'
import { importStatement, openBankAccount, takeReaction, teachLayout } from './commands/statements.ts'
import { receiptIntake, unknownIntake } from './money-ledger/intake.ts'
import { dayEndReading, monthEndReading, overdueReading, releaseStanding } from './queries/reconciliation.ts'
import { statementHead, statements } from './queries/statements.ts'
import { statementReader } from './statements/file-reader.ts'

/** What this room's books contribute: statements in, the court's own ledger, days and months. */
export const bookParts = {
  commands: [importStatement, teachLayout, openBankAccount, closeDay, explainDifference],
  queries: [statements, statementHead, dayEndReading, monthEndReading, overdueReading, releaseStanding],
  ledgers: [receiptIntake, unknownIntake],
  fileReaders: [statementReader],
  reactions: [takeReaction],
} as const satisfies Contributions
