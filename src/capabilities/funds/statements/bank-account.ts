import type { Tx } from '#kernel/database/transaction.ts'
import { newId } from '#kernel/values/ids.ts'
import type { Statement } from './statement.ts'

/** One of the court's accounts at a bank. */
export type BankAccount = {
  readonly bankAccountId: string
  readonly bank: string
  readonly title: string
  readonly numberMasked: string
  readonly openedOn: string | null
  readonly openingFen: bigint
}

/** 2306…0018: the ends of a number, whoever hid its middle. */
export function maskedNumber(number: string): string {
  const plain = number.replaceAll(/[\s-]/g, '')
  const head = /^[^*xX…]{0,4}/.exec(plain)?.[0] ?? ''
  const tail = /[^*xX…]{0,4}$/.exec(plain)?.[0] ?? ''
  return plain.length <= 8 && !/[*xX…]/.test(plain) ? `…${plain.slice(-4)}` : `${head}…${tail}`
}

export const isMasked = (number: string): boolean => /[*xX…]/.test(number)

/** Two writings of one number: what neither hides must be the same. */
function mayBeSame(a: string, b: string): boolean {
  const [headA = '', tailA = ''] = a.split('…')
  const [headB = '', tailB = ''] = b.split('…')
  const heads = headA.startsWith(headB) || headB.startsWith(headA)
  return heads && (tailA.endsWith(tailB) || tailB.endsWith(tailA)) && tailA.length + tailB.length > 4
}

export const numberIndex = ({ platform, court }: Pick<Tx, 'platform' | 'court'>, number: string): string =>
  platform.cipher.blindIndex(court, 'bank-account', number.replaceAll(/[\s-]/g, ''))

/** All accounts of the court, locked in one order: one statement of an account comes in at a time. */
export async function bankAccounts({
  client,
}: Pick<Tx, 'client'>): Promise<readonly (BankAccount & { readonly numberIndex: string })[]> {
  const { rows } = await client.query<Omit<BankAccount, 'openingFen'> & { openingFen: string; numberIndex: string }>({
    name: 'funds_bank_accounts_lock',
    text: `select bank_account_id as "bankAccountId", bank, title, number_masked as "numberMasked", number_index as "numberIndex",
                  opened_on as "openedOn", opening_fen::text as "openingFen"
           from funds_bank_account order by bank_account_id for update`,
  })
  return rows.map(({ openingFen, ...row }) => ({ ...row, openingFen: BigInt(openingFen) }))
}

/**
 * Whose statement it is: by number, as far as the bank shows it; a file without one belongs to the only account there is,
 * or to the one a person names. A number never seen opens its account. Undefined when it cannot be told.
 */
export async function accountFor(
  tx: Tx,
  { accountNumber, bank, title }: Pick<Statement, 'accountNumber' | 'bank' | 'title'>,
  named: string | undefined,
): Promise<BankAccount | undefined> {
  const known = await bankAccounts(tx)
  if (named !== undefined) return known.find(({ bankAccountId }) => bankAccountId === named)
  if (accountNumber === null) return known.length === 1 ? known[0] : undefined
  const index = numberIndex(tx, accountNumber)
  const masked = maskedNumber(accountNumber)
  const exact = known.find((account) => account.numberIndex === index)
  if (exact) return exact
  const alike = known.filter(({ numberMasked }) => mayBeSame(numberMasked, masked))
  const onlyHidden = alike.filter(
    (account) => isMasked(accountNumber) || account.numberIndex === hiddenIndex(tx, account),
  )
  if (onlyHidden.length === 1) return onlyHidden[0]
  if (onlyHidden.length > 1) return undefined
  const account = {
    bankAccountId: newId(),
    bank: bank ?? '银行',
    title: title ?? '案款账户',
    numberMasked: masked,
    openedOn: null,
    openingFen: 0n,
  }
  await tx.client.query(
    `insert into funds_bank_account (bank_account_id, bank, title, number_masked, number_index) values ($1, $2, $3, $4, $5)`,
    [account.bankAccountId, account.bank, account.title, masked, index],
  )
  return account
}

/** The index of an account that is known only with its middle hidden. */
const hiddenIndex = (tx: Tx, { numberMasked }: BankAccount): string =>
  numberIndex(tx, numberMasked.replace('…', '****'))
