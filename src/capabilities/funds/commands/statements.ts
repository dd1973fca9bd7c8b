import { z } from 'zod'
import type { Reaction } from '#kernel/capability.ts'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import { fileBytes } from '#kernel/files/store.ts'
import { unlessRefused, type Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { isMasked, maskedNumber, numberIndex } from '../statements/bank-account.ts'
import { ImportStatement, OpenBankAccount, TeachLayout } from '../statements/contract.ts'
import { takeStatements } from '../statements/file-reader.ts'
import {
  accountKnown,
  layoutIncomplete,
  noSuchAccount,
  noSuchHeading,
  noSuchStatementFile,
  statementRefused,
} from '../statements/problems.ts'
import { UnreadableStatement } from '../statements/statement.ts'
import { headingsText } from '../statements/table.ts'
import { keepLayout } from '../statements/taught.ts'

export type StatementTaken = Fact & {
  readonly type: 'funds.statement-taken'
  readonly fileId: string
  readonly fileName: string
  readonly bankAccountId: string | null
}

const isKept = async (tx: Tx, fileId: string): Promise<boolean> =>
  (await tx.db.selectFrom('kernel_file').select('file_id').where('file_id', '=', fileId).executeTakeFirst()) !==
  undefined

const accountIs = async ({ client }: Tx, id: string): Promise<boolean> =>
  (await client.query('select from funds_bank_account where bank_account_id = $1', [id])).rows.length > 0

/** 导入银行流水: every line once, all of a file or nothing. What follows from it is claimed and explained with it. */
export const importStatement = command({
  name: 'funds.import-statement',
  title: label('导入银行流水', 'Import a statement'),
  may: 'funds.import',
  cites: ['funds.account'],
  input: ImportStatement,
  output: z.object({ fileId: z.string() }),
  load: async (tx, { fileId, bankAccountId }) => ({
    kept: await isKept(tx, fileId),
    account: bankAccountId === undefined || (await accountIs(tx, bankAccountId)),
  }),
  decide: ({ kept, account }, { fileId, fileName, bankAccountId }): StatementTaken | Refusal => {
    if (!kept) return noSuchStatementFile()
    if (!account) return noSuchAccount()
    return { type: 'funds.statement-taken', fileId, fileName, bankAccountId: bankAccountId ?? null }
  },
  // The lines are written by the reaction: what they become are facts of their own, one for each statement of the file.
  save: () => {},
  subjects: ({ fileId }) => [`statement-file:${fileId}`],
  answer: ({ fileId }) => ({ fileId }),
})

export const takeReaction: Reaction = {
  on: ['funds.statement-taken'],
  react: async (tx, facts, occasion) => {
    const derived = []
    for (const fact of facts) {
      const { fileId, fileName, bankAccountId } = fact as StatementTaken
      try {
        const file = { fileId, fileName, bytes: await fileBytes(tx, fileId) }
        const { facts: imported } = await takeStatements(tx, file, bankAccountId ?? undefined, occasion)
        derived.push(
          ...imported.map((one) => ({ fact: one, subjects: [`bank-account:${one.bankAccountId}`] as const })),
        )
      } catch (error) {
        if (error instanceof UnreadableStatement) unlessRefused(statementRefused(error.problem))
        throw error
      }
    }
    return derived
  },
}

export type LayoutTaught = Fact & {
  readonly type: 'funds.layout-taught'
  readonly bankAccountId: string
  readonly headings: string
  readonly fields: Readonly<Record<string, string>>
}

/** 对列: an unknown layout is taught once, heading by heading, and read by itself from then on. */
export const teachLayout = command({
  name: 'funds.teach-layout',
  title: label('教会一种流水格式', 'Teach a layout'),
  may: 'funds.import',
  cites: [],
  input: TeachLayout,
  load: async (tx, { bankAccountId }) => ({ account: await accountIs(tx, bankAccountId) }),
  decide: ({ account }, { bankAccountId, headings, fields }): LayoutTaught | Refusal => {
    if (!account) return noSuchAccount()
    const absent = Object.values(fields).find((heading) => !headings.includes(heading))
    if (absent !== undefined) return noSuchHeading(absent)
    const { day, amount, incoming, outgoing } = fields
    if (day === undefined || (amount === undefined && (incoming === undefined || outgoing === undefined)))
      return layoutIncomplete()
    return {
      type: 'funds.layout-taught',
      bankAccountId,
      headings: headingsText(headings),
      fields: fields as Record<string, string>,
    }
  },
  save: async (tx, facts, occasion) => {
    for (const fact of facts) await keepLayout(tx, fact, occasion)
  },
  subjects: ({ bankAccountId }) => [`bank-account:${bankAccountId}`],
})

export type BankAccountOpened = Fact & {
  readonly type: 'funds.bank-account-opened'
  readonly bankAccountId: string
  readonly bank: string
  readonly title: string
  readonly bankAccount: string
}

/** An account of the court whose statements do not name it. */
export const openBankAccount = command({
  name: 'funds.open-bank-account',
  title: label('登记案款账户', 'Register a bank account'),
  may: 'funds.import',
  cites: ['funds.account'],
  input: OpenBankAccount,
  output: z.object({ bankAccountId: z.uuid() }),
  load: async () => ({}),
  decide: (_facts, { bank, title, accountNumber }): BankAccountOpened | Refusal =>
    isMasked(accountNumber)
      ? accountKnown()
      : { type: 'funds.bank-account-opened', bankAccountId: newId(), bank, title, bankAccount: accountNumber },
  save: async (tx, facts) => {
    for (const { bankAccountId, bank, title, bankAccount } of facts) {
      await tx.client.query(
        'insert into funds_bank_account (bank_account_id, bank, title, number_masked, number_index) values ($1, $2, $3, $4, $5)',
        [bankAccountId, bank, title, maskedNumber(bankAccount), numberIndex(tx, bankAccount)],
      )
    }
  },
  subjects: ({ bankAccountId }) => [`bank-account:${bankAccountId}`],
  answer: ({ bankAccountId }) => ({ bankAccountId }),
  onConstraint: { funds_bank_account_court_id_number_index_key: accountKnown },
})
