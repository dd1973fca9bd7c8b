import { settingValue } from '#capabilities/operations'
import type { Tx } from '#kernel/database/transaction.ts'
import { nextNumber } from '#kernel/numbering.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { digitsOf, numberOf, numbersIn, type Series } from './numbers.ts'
import { virtualBank, virtualDigits, virtualHolder, virtualPrefix } from './settings.ts'

export type VirtualAccount = {
  readonly number: string
  readonly caseNumber: string
  readonly partyId: string | null
  readonly debtor: string | null
  readonly bank: string
  readonly holder: string
  readonly givenOn: string
}

/** What the court has agreed with its bank. */
export type Agreement = Series & { readonly bank: string; readonly holder: string }

export const agreementOf = async (tx: Tx): Promise<Agreement> => ({
  prefix: await settingValue(tx, virtualPrefix),
  digits: await settingValue(tx, virtualDigits),
  bank: await settingValue(tx, virtualBank),
  holder: await settingValue(tx, virtualHolder),
})

/** What a notice prints beside the number. */
export const namesBank = ({ bank, holder }: Agreement): boolean => bank !== '' && holder !== ''

/** Enough of it is set to number cases without a person. */
export const isAgreed = (agreement: Agreement): boolean => agreement.prefix !== '' && namesBank(agreement)

/** The next number nobody has; null when the series is used up. One that the bank gave before is passed over. */
export async function nextOf(tx: Tx, series: Series): Promise<string | null> {
  for (;;) {
    const number = numberOf(series, await nextNumber(tx, `funds.virtual:${series.prefix}`, 0))
    if (number === null || !(await isTaken(tx, number))) return number
  }
}

async function isTaken({ client }: Tx, number: string): Promise<boolean> {
  const { rows } = await client.query('select from funds_virtual_account where number = $1', [number])
  return rows.length > 0
}

export async function accountsOfCases(
  { client }: Tx,
  caseNumbers: readonly string[],
): Promise<readonly VirtualAccount[]> {
  const { rows } = await client.query<VirtualAccount>({
    name: 'funds_virtual_of_cases',
    text: `select number, case_number as "caseNumber", party_id as "partyId", debtor, bank, holder, given_on as "givenOn"
           from funds_virtual_account where case_number = any($1::text[]) order by case_number, party_id nulls first, number`,
    values: [caseNumbers],
  })
  return rows
}

export type NewNumber = Omit<VirtualAccount, 'givenOn'> & { readonly tail: string }

export async function keepNumbers(
  { client }: Tx,
  given: readonly NewNumber[],
  { actor, now, today }: Occasion,
): Promise<void> {
  await client.query({
    name: 'funds_virtual_give',
    text: `insert into funds_virtual_account (number, tail, case_number, party_id, debtor, bank, holder, given_on, given_by, given_at)
           select number, tail, "caseNumber", "partyId", debtor, bank, holder, $2::date, $3, $4::timestamptz
           from jsonb_to_recordset($1::jsonb) as r (number text, tail text, "caseNumber" text, "partyId" uuid, debtor text, bank text, holder text)`,
    values: [JSON.stringify(given), today.toString(), actor.id, now.toString()],
  })
}

export type OwnNumber = { readonly caseNumber: string; readonly partyId: string | null }
type Paid = { readonly subAccount: string | null; readonly summary: string | null; readonly memo: string | null }

/**
 * Whose own number a payment came to: by the column the bank prints it in, whole or by its tail, or by the whole number in
 * the words. Numbers of two cases in one payment tell nothing.
 */
export async function ownNumbers({ client }: Tx, lines: readonly Paid[]): Promise<(line: Paid) => OwnNumber | null> {
  const columns = [...new Set(lines.flatMap(columnOf))]
  const words = [...new Set(lines.flatMap(wordsOf))]
  if (columns.length + words.length === 0) return () => null
  const { rows } = await client.query<OwnNumber & { readonly asked: string }>({
    name: 'funds_virtual_numbers',
    text: `select number as asked, case_number as "caseNumber", party_id as "partyId"
           from funds_virtual_account where number = any($1::text[])
           union
           select tail, case_number, party_id from funds_virtual_account where tail = any($2::text[])`,
    values: [[...columns, ...words], columns],
  })
  const byText = Map.groupBy(rows, ({ asked }) => asked)
  return (line) => {
    const found = [...columnOf(line), ...wordsOf(line)].flatMap((text) => byText.get(text) ?? [])
    const [only] = found
    const same = found.every(({ caseNumber, partyId }) => caseNumber === only?.caseNumber && partyId === only.partyId)
    return only && same ? { caseNumber: only.caseNumber, partyId: only.partyId } : null
  }
}

const columnOf = ({ subAccount }: Paid): readonly string[] => {
  const digits = digitsOf(subAccount ?? '')
  return /^\d{4,}$/.test(digits) ? [digits] : []
}
const wordsOf = ({ summary, memo }: Paid): readonly string[] => numbersIn(`${summary ?? ''} ${memo ?? ''}`)
