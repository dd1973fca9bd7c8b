import type { Tx } from '#kernel/database/transaction.ts'

export type StatedBalance = {
  readonly bankAccountId: string
  readonly title: string
  readonly numberMasked: string
  readonly booksFen: bigint
  readonly statedFen: bigint | null
  /** The first day whose lines do not follow from those before: some are missing. */
  readonly broken: string | null
}

type Row = {
  readonly bankAccountId: string
  readonly title: string
  readonly numberMasked: string
  readonly books: string
  readonly last: string | null
}

/** Each account by the court's books and by the bank's own last balance on or before that day. */
export async function statedBalances(tx: Tx, day: string): Promise<readonly StatedBalance[]> {
  const { rows } = await tx.client.query<Row>({
    name: 'funds_books_of_banks',
    text: `select b.bank_account_id as "bankAccountId", b.title, b.number_masked as "numberMasked",
                  coalesce((select -sum(p.amount_fen) from funds_posting p join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id
                            where a.court_id = b.court_id and a.kind = 'bank' and a.bank_account_id = b.bank_account_id and p.posted_on <= $1::date), 0)::text as books,
                  (select max(happened_on)::text from funds_bank_line l where l.court_id = b.court_id and l.bank_account_id = b.bank_account_id
                     and l.happened_on <= $1::date and l.balance_fen is not null) as last
           from funds_bank_account b order by b.title, b.bank_account_id`,
    values: [day],
  })
  const found: StatedBalance[] = []
  for (const { books, last, ...account } of rows) {
    const booksFen = BigInt(books)
    const statedFen = last === null ? null : await closingOf(tx, account.bankAccountId, last, day)
    const broken =
      statedFen === null || statedFen === booksFen ? null : await firstBreak(tx, account.bankAccountId, day)
    found.push({ ...account, booksFen, statedFen, broken })
  }
  return found
}

type Step = { readonly amount: string; readonly balance: string | null }

/** The balance at the end of a day: the one from which no other line of the day goes on. Later lines without balance add to it. */
async function closingOf({ client }: Tx, bankAccountId: string, last: string, day: string): Promise<bigint | null> {
  const { rows } = await client.query<Step & { readonly day: string }>({
    name: 'funds_lines_of_last_day',
    text: `select happened_on::text as day, amount_fen::text as amount, balance_fen::text as balance from funds_bank_line
           where bank_account_id = $1 and happened_on between $2::date and $3::date order by happened_on, happened_at, statement_row`,
    values: [bankAccountId, last, day],
  })
  const ofDay = rows.filter((row) => row.day === last)
  const after = rows.filter((row) => row.day > last).reduce((sum, { amount }) => sum + BigInt(amount), 0n)
  const closing = endOfChain(ofDay)
  return closing === null ? null : closing + after
}

export function endOfChain(steps: readonly Step[]): bigint | null {
  const told = steps.flatMap(({ amount, balance }) =>
    balance === null ? [] : [{ amount: BigInt(amount), balance: BigInt(balance) }],
  )
  const goesOn = new Map<bigint, number>()
  for (const { amount, balance } of told) goesOn.set(balance - amount, (goesOn.get(balance - amount) ?? 0) + 1)
  const ends = told.filter(({ balance }) => {
    const next = goesOn.get(balance) ?? 0
    if (next > 0) goesOn.set(balance, next - 1)
    return next === 0
  })
  return ends.at(-1)?.balance ?? told.at(-1)?.balance ?? null
}

async function firstBreak({ client }: Tx, bankAccountId: string, day: string): Promise<string | null> {
  const { rows } = await client.query<{ day: string }>(
    `with daily as (
       select happened_on as day, sum(amount_fen) as moved,
              -- Sums over a day do not depend on the order of its lines: opening = Σ starts − Σ ends + closing.
              min(balance_fen - amount_fen) filter (where balance_fen is not null) as any_start
       from funds_bank_line where bank_account_id = $1 and happened_on <= $2::date group by 1
     ), chained as (
       select l.happened_on as day, l.balance_fen - l.amount_fen as start,
              lag(l.balance_fen) over (order by l.happened_on, l.happened_at, l.statement_row) as before
       from funds_bank_line l where l.bank_account_id = $1 and l.happened_on <= $2::date and l.balance_fen is not null
     )
     select min(c.day)::text as day from chained c join daily d on d.day = c.day
     where c.before is not null and c.start <> c.before
       and not exists (select from chained o where o.start = c.before and o.day = c.day)`,
    [bankAccountId, day],
  )
  return rows[0]?.day ?? null
}
