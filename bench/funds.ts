import { createWriteStream, createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { dayEnd } from '#capabilities/funds'
import { importFile } from '#capabilities/ledgers'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/occasion.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { newId } from '#kernel/values/ids.ts'
import { matchLines, arrivalOf } from '../src/capabilities/funds/claims/certain.ts'
import { unclaimedLines } from '../src/capabilities/funds/claims/store.ts'
import { accountName, accountsOf } from '../src/capabilities/funds/ledger/accounts.ts'
import { post } from '../src/capabilities/funds/ledger/post.ts'
import { bookFor } from '../src/capabilities/funds/matching/load-book.ts'
import { keepLines } from '../src/capabilities/funds/statements/put-on-record.ts'
import { readStatements } from '../src/capabilities/funds/statements/read.ts'
import { court, importInto, type BenchCourt } from './court.ts'
import { size } from './importing.ts'
import { ledgerFile } from './ledger-file.ts'
import { inTurns, median, result, seconds, type Result } from './measure.ts'
import { settle, withOwner, type Bench } from './server.ts'

const importer = systemActor(court, 'import', '导入', ['ledgers.import'])
const openCases = 50_000
const columns =
  'bank_line_id, bank_account_id, serial, happened_on, happened_at, amount_fen, balance_fen, peer_name, peer_account_masked, peer_account_index, summary, memo, unclaimed_fen, unexplained_fen, sub_account, statement_id, statement_row'

/** Case money: a statement in, postings on many connections, and the day-end of a whole year. */
export async function benchFunds(
  bench: Bench,
  empty: BenchCourt,
  count: number,
  runs: number,
): Promise<readonly Result[]> {
  const filled = await bench.database(empty.url)
  await withPlatform(bench, filled, async (platform) =>
    importInto(platform, await ledgerFile(openCases, bench.folder, 'csv')),
  )
  await settle(filled)
  const file = await statementFile(filled, count)
  const statement = await benchStatement(bench, filled, file, count, runs)
  const posting = await benchPosting(bench, filled, runs)
  return [statement.result, posting, await benchDayEnd(bench, statement.done, count, runs)]
}

async function withPlatform<T>(
  bench: Bench,
  url: string,
  work: (platform: Platform) => Promise<T>,
  connections?: number,
): Promise<T> {
  const platform = bench.platform(url, connections)
  return work(platform).finally(() => platform.close())
}

type StatementFile = { readonly fileName: string; readonly bytes: Buffer }

/** A year of a busy account: most receipts name their case, some only the person, some nothing; each goes out again. */
async function statementFile(url: string, count: number): Promise<StatementFile> {
  const cases = await withOwner(url, async (client) => {
    const { rows } = await client.query<{ number: string; name: string }>(
      `select c.case_number as number, min(n.name) as name from cases_fact_source c
       join cases_party_name n on n.court_id = c.court_id and n.case_id = c.case_id and n.role = 'debtor'
       group by 1 order by 1 limit ${count}`,
    )
    return rows
  })
  const lines = ['账号：2306000000018', '交易日期,交易时间,收入,支出,余额,对方户名,对方账号,摘要,附言,流水号']
  let balance = 10_000_000_00
  for (let at = 0; at < count; at++) {
    const one = cases[at % cases.length] ?? { number: '', name: '某人' }
    const day = new Date(Date.UTC(2025, 0, 1) + Math.floor((at * 364) / count) * 86_400_000).toISOString().slice(0, 10)
    const amount = 10_000 + ((Math.floor(at / 2) * 7919) % 900_000)
    const comes = at % 2 === 0
    balance += comes ? amount : -amount
    const memo = !comes ? '案款发放' : at % 10 < 7 ? `${one.number}执行款` : '执行款'
    const yuan = (fen: number) => (fen / 100).toFixed(2)
    lines.push(
      `${day},10:00:00,${comes ? yuan(amount) : ''},${comes ? '' : yuan(amount)},${yuan(balance)},${at % 10 === 9 ? '' : one.name},6222000000${at % 100_000},转账,${memo},B2025${String(at).padStart(10, '0')}`,
    )
  }
  return { fileName: '流水.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) }
}

/** Reading, telling apart, keeping and matching, against reading and COPY into the same table. */
async function benchStatement(
  bench: Bench,
  filled: string,
  file: StatementFile,
  count: number,
  runs: number,
): Promise<{ readonly result: Result; readonly done: string }> {
  const kept = await bench.database(filled)
  await withPlatform(bench, kept, (platform) => keepAndMatch(platform, file))
  const copy = join(bench.folder, 'lines.copy')
  const plain = await bench.database(filled)
  await withOwner(kept, async (client) =>
    pipeline(
      client.query(copyTo(`copy (select court_id, ${columns} from funds_bank_line) to stdout`)),
      createWriteStream(copy),
    ),
  )
  const { rows: parents } = await withOwner(kept, (client) =>
    client.query<{ account: string; statement: string }>(
      'select (select to_jsonb(b)::text from funds_bank_account b) as account, (select to_jsonb(s)::text from funds_statement s) as statement',
    ),
  )
  await withOwner(plain, async (client) => {
    for (const table of ['funds_bank_account', 'funds_statement', 'funds_bank_line']) {
      await client.query(
        `alter table ${table} disable row level security; alter table ${table} no force row level security`,
      )
    }
    await client.query(
      'insert into funds_bank_account select * from jsonb_populate_record(null::funds_bank_account, $1)',
      [parents[0]?.account],
    )
    await client.query('insert into funds_statement select * from jsonb_populate_record(null::funds_statement, $1)', [
      parents[0]?.statement,
    ])
  })
  const { ours, bare } = await inTurns(
    runs,
    async () => {
      const url = await bench.database(filled)
      const took = await withPlatform(bench, url, (platform) => seconds(() => keepAndMatch(platform, file)))
      await bench.drop(url)
      return took
    },
    async () => {
      const url = await bench.database(plain)
      const took = await seconds(async () => {
        await readStatements(file)
        await withOwner(url, async (client) => {
          await pipeline(
            createReadStream(copy),
            client.query(copyFrom(`copy funds_bank_line (court_id, ${columns}) from stdin`)),
          )
        })
      })
      await bench.drop(url)
      return took
    },
  )
  const done = await bench.database(filled)
  const whole = await withPlatform(bench, done, (platform) => seconds(() => importFile(platform, importer, file)))
  await withPlatform(bench, done, payOut)
  await settle(done)
  const certain = await withOwner(done, async (client) => {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from funds_claim')
    return rows[0]?.n ?? 0
  })
  const beside = {
    lines: count,
    'open cases': openCases,
    'lines/s': count / ours,
    'with posting, lines/s': count / whole,
    'claimed themselves': certain,
  }
  const told = {
    name: 'statement kept and matched',
    size: size(count),
    unit: 's' as const,
    ours,
    bare,
    goal: { atMost: 6 },
    beside,
  }
  return { result: result(told), done }
}

/** Each receipt was paid out by the line after it; one in five hundred left without a payout and is a difference of the year. */
const payOut = (platform: Platform): Promise<unknown> =>
  inTransaction(platform, importer, async (tx) => {
    const { rows } = await tx.client.query<{ line: string; on: string; fen: string; caseNumber: string | null }>(
      `select o.bank_line_id as line, o.happened_on::text as on, -o.amount_fen as fen, k.case_number as "caseNumber"
       from (select bank_line_id, happened_on, amount_fen, lag(bank_line_id) over (order by serial) as receipt,
                    row_number() over (order by serial) as n from funds_bank_line) o
       left join funds_claim k on k.bank_line_id = o.receipt
       where o.amount_fen < 0 and o.n % 1000 <> 0`,
    )
    const entries = rows.map(({ line: bankLineId, on: postedOn, fen, caseNumber }) => ({
      kind: 'payout',
      postedOn,
      postings: [
        { account: caseNumber === null ? unknown : { kind: 'case' as const, caseNumber }, amountFen: -BigInt(fen) },
        { account: { kind: 'unexplained' as const }, amountFen: BigInt(fen), bankLineId },
      ],
    }))
    await post(tx, entries, await occasionFor(tx, importer))
  })

const unknown = { kind: 'unknown' } as const

const keepAndMatch = (platform: Platform, file: StatementFile): Promise<number> =>
  inTransaction(platform, importer, async (tx) => {
    const occasion = await occasionFor(tx, importer)
    const statements = await readStatements(file)
    if ('code' in statements) throw new Error(statements.detailZh)
    const [statement] = statements
    if (!statement) throw new Error('no statement')
    const { statementId } = await keepLines(tx, statement, { fileId: 'x', fileName: file.fileName }, occasion)
    const lines = await unclaimedLines(tx, statementId)
    const matched = matchLines(lines, await bookFor(tx, lines.map(arrivalOf)))
    return matched.filter(([, { certain }]) => certain).length
  })

const connections = 8
const postingSeconds = 2

/** Movements on eight connections at once, each its own transaction, against the same rows put in by the driver alone. */
async function benchPosting(bench: Bench, filled: string, runs: number): Promise<Result> {
  const url = await bench.database(filled)
  return withPlatform(
    bench,
    url,
    async (platform) => {
      const bank = await openBank(platform)
      const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
      for (let run = 0; run < runs; run++) {
        rates.bare.push(await rateOf(platform, bank, bareEntry))
        rates.ours.push(await rateOf(platform, bank, ourEntry))
      }
      const [ours, bare] = [median(rates.ours), median(rates.bare)]
      return result({
        name: 'postings',
        size: `${connections} connections`,
        unit: '/s',
        ours,
        bare,
        goal: { atLeast: 0.5 },
      })
    },
    connections + 2,
  )
}

type Ready = { readonly bankAccountId: string; readonly accounts: readonly [string, string][] }

const openBank = (platform: Platform): Promise<Ready> =>
  inTransaction(platform, importer, async (tx) => {
    const bankAccountId = newId()
    await tx.client.query(
      `insert into funds_bank_account (bank_account_id, bank, title, number_masked, number_index) values ($1, '某银行', '专户', '…', 'bench')`,
      [bankAccountId],
    )
    const refs = Array.from({ length: connections }, (_, n) => ({
      kind: 'case' as const,
      caseNumber: `（2025）川1123执${n + 1}号`,
    }))
    const bankRef = { kind: 'bank' as const, bankAccountId }
    const ids = await accountsOf(tx, [bankRef, ...refs])
    const [bank = '', ...own] = [bankRef, ...refs].map((ref) => ids.get(accountName(ref)) ?? '')
    return { bankAccountId, accounts: own.map((id) => [bank, id] as [string, string]) }
  })

type Entry = (tx: Tx, ready: Ready, lane: number) => Promise<unknown>

const ourEntry: Entry = async (tx, { bankAccountId }, lane) =>
  post(
    tx,
    [
      {
        kind: 'receipt',
        postedOn: '2025-06-01',
        postings: [
          { account: { kind: 'bank', bankAccountId }, amountFen: -100n },
          { account: { kind: 'case', caseNumber: `（2025）川1123执${lane + 1}号` }, amountFen: 100n },
        ],
      },
    ],
    await occasionFor(tx, importer),
  )

const bareEntry: Entry = async ({ client }, { accounts }, lane) => {
  const entryId = newId()
  const [bank, own] = accounts[lane] ?? ['', '']
  await client.query({
    name: 'bench_entry',
    text: `insert into funds_entry (entry_id, kind, posted_on, postings, recorded_by, recorded_at) values ($1, 'receipt', '2025-06-01', 2, 'bench', now())`,
    values: [entryId],
  })
  await client.query({
    name: 'bench_postings',
    text: `insert into funds_posting (entry_id, line, account_id, amount_fen, posted_on) values ($1, 1, $2, -100, '2025-06-01'), ($1, 2, $3, 100, '2025-06-01')`,
    values: [entryId, bank, own],
  })
}

async function rateOf(platform: Platform, ready: Ready, entry: Entry): Promise<number> {
  const until = performance.now() + postingSeconds * 1000
  let made = 0
  const lane = async (_: unknown, at: number): Promise<void> => {
    while (performance.now() < until) {
      await inTransaction(platform, importer, (tx) => entry(tx, ready, at))
      made++
    }
  }
  await Promise.all(Array.from({ length: connections }).map(lane))
  return made / postingSeconds
}

/** As somebody would write it who wanted only the two sides and what does not meet. */
const byHand = `
  select a.kind, sum(p.amount_fen), sum(p.amount_fen) filter (where a.kind = 'unexplained') as open
  from funds_posting p join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id
  where p.posted_on <= $1::date group by a.kind`

/** The last day of a year of lines, every difference named, against one aggregate over the same postings. */
async function benchDayEnd(bench: Bench, done: string, count: number, runs: number): Promise<Result> {
  return withPlatform(bench, done, async (platform) => {
    const asked = (work: (tx: Tx) => Promise<unknown>) =>
      seconds(() => inTransaction(platform, importer, work, 'read only'))
    const { ours, bare } = await inTurns(
      runs,
      () => asked((tx) => dayEnd(tx, '2025-12-31')),
      () => asked(({ client }) => client.query(byHand, ['2025-12-31'])),
    )
    return result({ name: 'day-end of a year', size: size(count), unit: 's', ours, bare, goal: { atMost: 3 } })
  })
}
