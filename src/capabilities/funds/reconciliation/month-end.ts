import type { Tx } from '#kernel/database/transaction.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { dayEnd } from './day-end.ts'
import { endOfChain } from './stated.ts'

/** 月末: every day of the month on which something moved, what is still unknown, and whether the register says the same. */
export async function monthEnd(tx: Tx, month: string) {
  const first = Temporal.PlainDate.from(`${month}-01`)
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  const days = await daysOf(tx, first.toString(), last.toString())
  const end = await dayEnd(tx, last.toString())
  const items = await unknownOn(tx, last.toString())
  const amountFen = items.reduce((sum, item) => sum + item.amountFen, 0n)
  const openingFen = await bankBefore(tx, first.toString())
  return {
    month,
    openingFen,
    inFen: days.reduce((sum, { inFen }) => sum + inFen, 0n),
    outFen: days.reduce((sum, { outFen }) => sum + outFen, 0n),
    closingFen: end.bankFen,
    days: days.map(({ day, bankFen, statedFen, differenceFen, closed }) => ({
      day,
      bankFen,
      statedFen,
      differenceFen,
      closed,
    })),
    end,
    unknown: { count: items.length, amountFen, items },
    unknownIsZero: amountFen === 0n,
    registerDifferences: await againstRegister(tx, items, last.toString()),
  }
}

async function bankBefore({ client }: Tx, day: string): Promise<bigint> {
  const { rows } = await client.query<{ fen: string }>({
    name: 'funds_bank_before',
    text: `select coalesce(-sum(p.amount_fen), 0)::text as fen from funds_posting p
           join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id and a.kind = 'bank'
           where p.posted_on < $1::date`,
    values: [day],
  })
  return BigInt(rows[0]?.fen ?? 0)
}

type DayRow = {
  readonly day: string
  readonly bank: string
  readonly diff: string
  readonly came: string
  readonly went: string
  readonly closed: boolean
}

async function daysOf(tx: Tx, from: string, to: string) {
  const { rows } = await tx.client.query<DayRow>({
    name: 'funds_days_of_month',
    text: `with moved as (
             select p.posted_on as day,
                    coalesce(sum(-p.amount_fen) filter (where a.kind = 'bank'), 0) as bank,
                    coalesce(sum(-p.amount_fen) filter (where a.kind = 'bank' and p.amount_fen < 0), 0) as came,
                    coalesce(sum(p.amount_fen) filter (where a.kind = 'bank' and p.amount_fen > 0), 0) as went,
                    coalesce(sum(p.amount_fen) filter (where a.kind = 'unexplained'), 0) as diff,
                    bool_or(a.kind = 'bank' and p.bank_line_id is not null) as lines
             from funds_posting p join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id
             where p.posted_on <= $2::date and a.kind in ('bank', 'unexplained') group by 1
           ), run as (
             select *, sum(bank) over (order by day) as held, sum(diff) over (order by day) as open from moved
           )
           select day::text, held::text as bank, open::text as diff, came::text, went::text,
                  exists (select from funds_closed_day c where c.court_id = current_court() and c.day >= run.day) as closed
           from run where day >= $1::date and lines order by day`,
    values: [from, to],
  })
  const stated = await statedByDay(tx, from, to)
  return rows.map(({ day, bank, diff, came, went, closed }) => ({
    day,
    bankFen: BigInt(bank),
    statedFen: stated.get(day) ?? null,
    differenceFen: BigInt(diff),
    inFen: BigInt(came),
    outFen: BigInt(went),
    closed,
  }))
}

/** What the bank's statements say each day ended with, over all accounts; only where one account is kept. */
async function statedByDay({ client }: Tx, from: string, to: string): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await client.query<{ day: string; account: string; amount: string; balance: string | null }>({
    name: 'funds_stated_by_day',
    text: `select happened_on::text as day, bank_account_id::text as account, amount_fen::text as amount, balance_fen::text as balance
           from funds_bank_line where happened_on between $1::date and $2::date order by happened_on, happened_at, statement_row`,
    values: [from, to],
  })
  const accounts = new Set(rows.map(({ account }) => account))
  if (accounts.size !== 1) return new Map()
  return new Map(
    [...Map.groupBy(rows, ({ day }) => day)].flatMap(([day, lines]) => {
      const closing = endOfChain(lines)
      return closing === null ? [] : [[day, closing] as const]
    }),
  )
}

export type Unknown = {
  readonly bankLineId: string | null
  readonly serial: string | null
  readonly on: string | null
  readonly amountFen: bigint
  readonly peerName: string | null
  readonly memo: string | null
  readonly age: number | null
}

/** Money that nobody had claimed at the end of a day, oldest first; what was held before the first statement by the register's words. */
export async function unknownOn(tx: Tx, day: string): Promise<readonly Unknown[]> {
  const { rows } = await tx.client.query<Omit<Unknown, 'amountFen'> & { fen: string }>({
    name: 'funds_unknown_on',
    text: `with open as (
             select coalesce(p.bank_line_id, k.bank_line_id) as line, sum(p.amount_fen) as fen
             from funds_posting p join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id and a.kind = 'unknown'
             -- What was claimed out of the opening balance belongs to its line once that has come.
             left join funds_claim k on k.court_id = p.court_id and k.entry_id = p.entry_id and p.bank_line_id is null
             where p.posted_on <= $1::date group by 1 having sum(p.amount_fen) <> 0
           )
           select open.line as "bankLineId", l.serial, l.happened_on::text as "on", open.fen::text as fen, l.peer_name as "peerName", l.memo,
                  ($1::date - l.happened_on) as age
           from open left join funds_bank_line l on l.court_id = current_court() and l.bank_line_id = open.line
           order by l.happened_on nulls first, l.happened_at, l.serial`,
    values: [day],
  })
  const items = rows.map(({ fen, ...row }) => ({ ...row, amountFen: BigInt(fen) }))
  const before = items.find(({ bankLineId }) => bankLineId === null)
  if (!before) return items
  return [...(await carriedItems(tx, before, day)), ...items.filter((item) => item !== before)]
}

/** The sum held before the first statement, divided as the register of unknown money divides it, when that adds up. */
async function carriedItems({ client }: Tx, whole: Unknown, day: string): Promise<readonly Unknown[]> {
  const { rows } = await client.query<Omit<Unknown, 'amountFen' | 'bankLineId'> & { fen: string }>(
    `select u.serial, u.arrived_on::text as "on", u.amount_fen::text as fen, u.payer as "peerName", u.memo, ($1::date - u.arrived_on) as age
     from funds_unknown_item u
     where u.arrived_on < (select min(opened_on) from funds_bank_account)
       and not exists (select from funds_bank_line l where l.court_id = u.court_id and l.serial = u.serial)
     order by u.arrived_on, u.serial`,
    [day],
  )
  const carried = rows.map(({ fen, ...row }) => ({ ...row, bankLineId: null, amountFen: BigInt(fen) }))
  const sum = carried.reduce((total, { amountFen }) => total + amountFen, 0n)
  return sum === whole.amountFen ? carried : [{ ...whole, memo: '首份流水之前的余额中无人认领的部分' }]
}

/** 不明款登记 against the pool: what only one of the two knows, and where they differ. */
async function againstRegister({ client }: Tx, items: readonly Unknown[], day: string) {
  const { rows } = await client.query<{ serial: string; fen: string }>(
    `select serial, coalesce(amount_fen, 0)::text as fen from funds_unknown_item where arrived_on <= $1::date and coalesce(state, '') !~ '已认领|已退' order by serial`,
    [day],
  )
  if (rows.length === 0) return []
  const pool = new Map(
    items.flatMap(({ serial, amountFen }) => (serial === null ? [] : [[serial, amountFen] as const])),
  )
  const register = new Map(rows.map(({ serial, fen }) => [serial, BigInt(fen)]))
  return [
    ...[...register].flatMap(([serial, fen]) => {
      const held = pool.get(serial)
      if (held === fen) return []
      const text =
        held === undefined
          ? `登记为不明款 ${formatYuan(fen)}，账上已无此款`
          : `登记 ${formatYuan(fen)}，账上 ${formatYuan(held)}`
      return [{ serial, text }]
    }),
    ...[...pool].flatMap(([serial, fen]) =>
      register.has(serial) ? [] : [{ serial, text: `账上不明款 ${formatYuan(fen)}，登记里没有` }],
    ),
  ]
}
