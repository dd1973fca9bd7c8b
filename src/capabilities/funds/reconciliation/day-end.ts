import type { Tx } from '#kernel/database/transaction.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import { balancesOn } from '../ledger/balances.ts'
import { explanations } from './explained.ts'
import { statedBalances } from './stated.ts'

export type Difference = {
  readonly key: string
  readonly kind: 'unexplained' | 'not-on-statement' | 'bank-says-otherwise' | 'lines-missing'
  readonly bankLineId: string | null
  readonly on: string | null
  readonly amountFen: bigint
  readonly text: string
  /** Paid by the books before the bank's line came, or before any statement reaches that day. */
  readonly inTransit: boolean
  /** What somebody found out about it, for this amount. */
  readonly said: string | null
}
type Found = Omit<Difference, 'said'>
export type Reckoning = {
  readonly day: string
  readonly bankFen: bigint
  readonly owedFen: bigint
  readonly caseFen: bigint
  readonly suspenseFen: bigint
  readonly differenceFen: bigint
  readonly balanced: boolean
  readonly composition: Readonly<Record<keyof typeof kindOf, bigint>>
  readonly accounts: readonly {
    readonly bankAccountId: string
    readonly title: string
    readonly numberMasked: string
    readonly booksFen: bigint
    readonly statedFen: bigint | null
  }[]
  readonly differences: readonly Difference[]
  readonly closedOn: string | null
}

const kindOf = {
  unpaidKnown: 'case',
  refundsDue: 'refundable',
  feesHeld: 'fee',
  unknown: 'unknown',
  guarantees: 'guarantee',
  auctionDeposits: 'auction-deposit',
  interest: 'interest',
  fines: 'fine',
  bounties: 'bounty',
  deposited: 'deposited',
} as const satisfies Record<string, AccountKind>

/**
 * 日终: what the accounts of the cases and of everybody else hold together must be what the bank holds. A difference is
 * named line by line: money that left without a payout, payouts that no statement shows, a bank that says otherwise.
 */
export async function dayEnd(tx: Tx, day: string): Promise<Reckoning> {
  const fenOf = new Map((await balancesOn(tx, day)).map(({ kind, fen }) => [kind, fen]))
  const of = (kind: AccountKind): bigint => fenOf.get(kind) ?? 0n
  const composition = Object.fromEntries(
    Object.entries(kindOf).map(([name, kind]) => [name, of(kind)]),
  ) as Reckoning['composition']
  const owedFen = Object.values(composition).reduce((sum, fen) => sum + fen, 0n)
  const bankFen = -of('bank')
  const accounts = await statedBalances(tx, day)
  const found = [...(await openMovements(tx, day)), ...accounts.flatMap(otherwise)]
  const said = await explanations(tx, found)
  const differences = found.map((line) => ({ ...line, said: said(line) }))
  return {
    day,
    bankFen,
    owedFen,
    caseFen: composition.unpaidKnown,
    suspenseFen: owedFen - composition.unpaidKnown,
    differenceFen: bankFen - owedFen,
    balanced: differences.length === 0 && bankFen === owedFen,
    composition,
    accounts: accounts.map(({ bankAccountId, title, numberMasked, booksFen, statedFen }) => ({
      bankAccountId,
      title,
      numberMasked,
      booksFen,
      statedFen,
    })),
    differences,
    closedOn: await closedOn(tx, day),
  }
}

function otherwise({
  bankAccountId,
  title,
  booksFen,
  statedFen,
  broken,
}: Awaited<ReturnType<typeof statedBalances>>[number]): readonly Found[] {
  if (statedFen === null || statedFen === booksFen) return []
  const amountFen = booksFen - statedFen
  return [
    {
      key: `bank ${bankAccountId}`,
      kind: broken === null ? 'bank-says-otherwise' : 'lines-missing',
      bankLineId: null,
      on: broken,
      amountFen,
      inTransit: false,
      text:
        broken === null
          ? `${title}：账上 ${formatYuan(booksFen)}，银行 ${formatYuan(statedFen)}，相差 ${formatYuan(amountFen)}`
          : `${title}：${broken} 之前有流水没有导入，账上与银行相差 ${formatYuan(amountFen)}`,
    },
  ]
}

type Open = {
  readonly key: string
  readonly id: string | null
  readonly on: string
  readonly fen: string
  readonly peer: string | null
  readonly words: string | null
  readonly reached: boolean
}

/** What of the bank's movements has not met its payout by that day, and the other way round. */
async function openMovements({ client }: Tx, day: string): Promise<readonly Found[]> {
  const { rows } = await client.query<Open>({
    name: 'funds_open_movements',
    text: `with open as (
             select coalesce(p.bank_line_id, o.paid_line_id) as line, case when coalesce(p.bank_line_id, o.paid_line_id) is null then p.entry_id end as entry,
                    sum(p.amount_fen) as fen, min(p.posted_on) as on_day
             from funds_posting p
             join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id and a.kind = 'unexplained'
             left join funds_payout o on o.court_id = p.court_id and o.entry_id = p.entry_id
             where p.posted_on <= $1::date
             group by 1, 2 having sum(p.amount_fen) <> 0
           )
           select coalesce(open.line, open.entry)::text as key, open.line::text as id, coalesce(l.happened_on, open.on_day)::text as on,
                  open.fen::text as fen, l.peer_name as peer, coalesce(nullif(concat_ws(' ', l.summary, l.memo), ''), e.reason) as words,
                  -- A statement that ends on the day of the payment or later, or a line after it, would show it.
                  exists (select from funds_statement s where s.court_id = current_court() and s.to_on >= open.on_day)
                  or exists (select from funds_bank_line b where b.court_id = current_court() and b.happened_on > open.on_day) as reached
           from open
           left join funds_bank_line l on l.court_id = current_court() and l.bank_line_id = open.line
           left join funds_entry e on e.court_id = current_court() and e.entry_id = open.entry
           order by 3, 1`,
    values: [day],
  })
  return rows.map(({ key, id, on, fen, peer, words, reached }) => {
    const amountFen = BigInt(fen)
    const left = amountFen < 0n
    const what = [peer, words].filter(Boolean).join('，')
    return {
      key: `line ${key}`,
      kind: left ? 'unexplained' : 'not-on-statement',
      bankLineId: id,
      on,
      amountFen,
      // A line that is known came after that day; else none can have come yet.
      inTransit: !left && (id !== null || !reached),
      text: left
        ? `${on} 支出 ${formatYuan(-amountFen)} 没有对应的发放（${what || '流水未写明'}）`
        : `${on} 已记发放 ${formatYuan(amountFen)}，银行流水里没有（${what || '未写明'}）`,
    }
  })
}

async function closedOn({ client }: Tx, day: string): Promise<string | null> {
  const { rows } = await client.query<{ at: string }>('select closed_at as at from funds_closed_day where day = $1', [
    day,
  ])
  return rows[0]?.at ?? null
}
