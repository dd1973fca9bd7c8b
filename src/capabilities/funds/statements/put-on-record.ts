import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { Fact } from '#kernel/fact.ts'
import { lastClosedDay } from '../ledger/open-day.ts'
import { post, type NewEntry } from '../ledger/post.ts'
import { accountFor, isMasked, maskedNumber, numberIndex, type BankAccount } from './bank-account.ts'
import { identify, type KnownLine } from './identify.ts'
import { sumOf } from './following.ts'
import {
  accountNotTold,
  dayIsClosed,
  otherCurrency,
  serialContradicts,
  UnreadableStatement,
  type Statement,
  type StatementLine,
} from './statement.ts'

export type StatementImported = Fact & {
  readonly type: 'funds.statement-imported'
  readonly statementId: string
  readonly bankAccountId: string
  readonly fileId: string
  readonly fileName: string
  readonly format: string
  readonly from: string | null
  readonly to: string | null
  readonly closingFen: bigint | null
  readonly linesRead: number
  readonly linesNew: number
}

export type StatementSource = {
  readonly fileId: string
  readonly fileName: string
  readonly bankAccountId?: string | undefined
}
export type OnRecord = {
  readonly bankAccountId: string
  readonly known: number
  readonly fact: StatementImported | null
}

const yuan = /^(?:人民币.*|CNY|RMB|元|￥|¥|156|人民币元)$/i
const chunkSize = 5_000

/** The lines of a statement that were not there, under the ids they got. */
export type KeptLines = {
  readonly account: BankAccount
  readonly statementId: string
  readonly known: number
  readonly lines: readonly StatementLine[]
  readonly ids: readonly string[]
}

/** Puts the lines of a statement on record, each once; what they move is posted by `putOnRecord`. */
export async function keepLines(
  tx: Tx,
  statement: Statement,
  source: StatementSource,
  occasion: Occasion,
): Promise<KeptLines> {
  if (statement.currency !== null && !yuan.test(statement.currency.trim())) {
    throw new UnreadableStatement(otherCurrency(statement.currency))
  }
  const account = await accountFor(tx, statement, source.bankAccountId)
  if (!account) throw new UnreadableStatement(accountNotTold(source.fileName))
  const { bankAccountId } = account
  const around = await linesAround(tx, bankAccountId, statement.lines)
  const { fresh, known, contradiction } = identify(statement.lines, around)
  if (contradiction) {
    const { line, known: other } = contradiction
    const [before, now] = [formatYuan(other.amountFen), formatYuan(line.amountFen)]
    throw new UnreadableStatement(serialContradicts(line.row, line.serial ?? '', before, now))
  }
  const closed = await lastClosedDay(tx)
  const late = closed === null ? undefined : fresh.find(({ line }) => line.day <= closed)
  if (late) throw new UnreadableStatement(dayIsClosed(late.line.row, late.line.day))
  const statementId = newId()
  const ids = fresh.map(() => newId())
  if (fresh.length > 0) {
    await insertStatement(tx, statementId, bankAccountId, statement, source, fresh.length, occasion)
    await insertLines(tx, bankAccountId, statementId, fresh, ids)
  }
  return { account, statementId, known, lines: fresh.map(({ line }) => line), ids }
}

/**
 * Puts a statement on record: each line once, what came and what left posted, the opening balance before the first of
 * them. Nothing of it stands when anything is refused. `fact` is null when all of it was there before.
 */
export async function putOnRecord(
  tx: Tx,
  statement: Statement,
  source: StatementSource,
  occasion: Occasion,
): Promise<OnRecord> {
  const { account, statementId, known, lines: fresh, ids } = await keepLines(tx, statement, source, occasion)
  const { bankAccountId } = account
  if (fresh.length === 0) return { bankAccountId, known, fact: null }
  await post(
    tx,
    fresh.map((line, i) => entryOf(line, ids[i] ?? '', bankAccountId)),
    occasion,
  )
  await openAccount(tx, account, statement, fresh, occasion)
  const { format, from, to, closingFen, lines } = statement
  return {
    bankAccountId,
    known,
    fact: {
      type: 'funds.statement-imported',
      statementId,
      bankAccountId,
      fileId: source.fileId,
      fileName: source.fileName,
      format,
      from,
      to,
      closingFen,
      linesRead: lines.length,
      linesNew: fresh.length,
    },
  }
}

/** What is on record of the days of these lines, and under their numbers. */
async function linesAround(
  { client }: Tx,
  bankAccountId: string,
  lines: readonly StatementLine[],
): Promise<readonly KnownLine[]> {
  const days = lines.map(({ day }) => day)
  const { rows } = await client.query<
    Omit<KnownLine, 'amountFen' | 'balanceFen'> & { amountFen: string; balanceFen: string | null }
  >({
    name: 'funds_lines_around',
    text: `select serial, happened_on::text as day, amount_fen::text as "amountFen", balance_fen::text as "balanceFen"
           from funds_bank_line
           where bank_account_id = $1 and happened_on between $2::date and $3::date
           union all
           select serial, happened_on::text, amount_fen::text, balance_fen::text from funds_bank_line
           where bank_account_id = $1 and serial = any($4::text[]) and not happened_on between $2::date and $3::date`,
    values: [
      bankAccountId,
      days.reduce((a, b) => (a < b ? a : b)),
      days.reduce((a, b) => (a > b ? a : b)),
      lines.flatMap(({ serial }) => serial ?? []),
    ],
  })
  return rows.map(({ amountFen, balanceFen, ...row }) => ({
    ...row,
    amountFen: BigInt(amountFen),
    balanceFen: balanceFen === null ? null : BigInt(balanceFen),
  }))
}

const insertStatement = (
  { client }: Tx,
  statementId: string,
  bankAccountId: string,
  { format, from, to, closingFen, lines }: Statement,
  { fileId, fileName }: StatementSource,
  linesNew: number,
  { actor, now }: Occasion,
) =>
  client.query(
    `insert into funds_statement (statement_id, bank_account_id, file_id, file_name, format, from_on, to_on, closing_fen,
       lines_read, lines_new, imported_by, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      statementId,
      bankAccountId,
      fileId,
      fileName,
      format,
      from,
      to,
      closingFen?.toString() ?? null,
      lines.length,
      linesNew,
      actor.id,
      now.toString(),
    ],
  )

async function insertLines(
  tx: Tx,
  bankAccountId: string,
  statementId: string,
  fresh: readonly { readonly line: StatementLine; readonly serial: string }[],
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < fresh.length; from += chunkSize) {
    const chunk = fresh.slice(from, from + chunkSize)
    const of = <T>(value: (line: StatementLine) => T): T[] => chunk.map(({ line }) => value(line))
    await tx.client.query({
      name: 'funds_bank_lines_insert',
      text: `insert into funds_bank_line (bank_account_id, statement_id, bank_line_id, serial, happened_on, happened_at, amount_fen,
               balance_fen, peer_name, peer_account_masked, peer_account_index, summary, memo, sub_account, statement_row,
               unclaimed_fen, unexplained_fen)
             select $1::uuid, $2::uuid, l.*, greatest(l.amount, 0), greatest(-l.amount, 0)
             from unnest($3::uuid[], $4::text[], $5::date[], $6::text[], $7::bigint[], $8::bigint[], $9::text[], $10::text[],
               $11::text[], $12::text[], $13::text[], $14::text[], $15::int[])
               as l (id, serial, day, time, amount, balance, name, account, index, summary, memo, sub, row)`,
      values: [
        bankAccountId,
        statementId,
        ids.slice(from, from + chunkSize),
        chunk.map(({ serial }) => serial),
        of(({ day }) => day),
        of(({ time }) => time),
        of(({ amountFen }) => amountFen.toString()),
        of(({ balanceFen }) => balanceFen?.toString() ?? null),
        of(({ peerName }) => peerName),
        of(({ peerAccount }) => (peerAccount === null ? null : maskedNumber(peerAccount))),
        of(({ peerAccount }) => (peerAccount === null || isMasked(peerAccount) ? null : numberIndex(tx, peerAccount))),
        of(({ summary }) => summary),
        of(({ memo }) => memo),
        of(({ subAccount }) => subAccount),
        of(({ row }) => row),
      ],
    })
  }
}

/** Money in is unknown until somebody claims it; money out is unexplained until its payout is found. */
const entryOf = ({ day, amountFen }: StatementLine, bankLineId: string, bankAccountId: string): NewEntry => ({
  kind: amountFen > 0n ? 'receipt' : 'payment',
  postedOn: day,
  postings: [
    { account: { kind: 'bank', bankAccountId }, amountFen: -amountFen, bankLineId },
    { account: { kind: amountFen > 0n ? 'unknown' : 'unexplained' }, amountFen, bankLineId },
  ],
})

/**
 * What the account held before its first line on record. A statement of an earlier time moves that day back: what the
 * court had then takes the place of what it was taken to have.
 */
async function openAccount(
  tx: Tx,
  { bankAccountId, openedOn, openingFen }: BankAccount,
  statement: Statement,
  fresh: readonly StatementLine[],
  occasion: Occasion,
): Promise<void> {
  const [first] = fresh
  if (!first || (openedOn !== null && first.day >= openedOn)) return
  const before = openedOn === null ? null : fresh.filter(({ day }) => day < openedOn)
  const reckoned = before === null ? (statement.openingFen ?? 0n) : openingFen - sumOf(before)
  const openingNow = statement.openingFen ?? reckoned
  const dayBefore = Temporal.PlainDate.from(first.day).subtract({ days: 1 }).toString()
  const opening = openingEntry(bankAccountId, openingNow, dayBefore, '期初余额')
  const former = openedOn === null ? undefined : await formerOpening(tx, bankAccountId, openingFen)
  // In one call: the money is not gone in between.
  await post(
    tx,
    [opening, ...(former ? [former] : [])].filter(({ postings }) => postings.length > 0),
    occasion,
  )
  await tx.client.query('update funds_bank_account set opened_on = $2, opening_fen = $3 where bank_account_id = $1', [
    bankAccountId,
    first.day,
    openingNow.toString(),
  ])
}

const openingEntry = (bankAccountId: string, fen: bigint, postedOn: string, reason: string): NewEntry => ({
  kind: 'opening',
  postedOn,
  reason,
  postings:
    fen === 0n
      ? []
      : [
          { account: { kind: 'bank', bankAccountId }, amountFen: -fen },
          { account: { kind: 'unknown' }, amountFen: fen },
        ],
})

/** Takes back what the account was taken to have held, on the day it was said of. */
async function formerOpening({ client }: Tx, bankAccountId: string, fen: bigint): Promise<NewEntry | undefined> {
  const { rows } = await client.query<{ entryId: string; on: string }>(
    `select e.entry_id as "entryId", e.posted_on::text as "on" from funds_entry e
     join funds_posting p on p.court_id = e.court_id and p.entry_id = e.entry_id
     join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id and a.bank_account_id = $1
     where e.kind = 'opening' and e.reverses is null
       and not exists (select from funds_entry r where r.court_id = e.court_id and r.reverses = e.entry_id)
     order by e.recorded_at desc limit 1`,
    [bankAccountId],
  )
  const [found] = rows
  if (!found) return undefined
  return {
    ...openingEntry(bankAccountId, -fen, found.on, '补入更早的流水，期初余额改为更早一日'),
    kind: 'reversal',
    reverses: found.entryId,
  }
}
