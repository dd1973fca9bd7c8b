import { sql, type RawBuilder } from 'kysely'
import type { CaseTypeCode } from '#capabilities/cases'
import { columnOf, tableOf, type Register } from '#capabilities/registers'
import type { Tx } from '#kernel/database/transaction.ts'
import { parseCaseNumber } from '#law/case-number.ts'
import { bookOf, oncePerNumber, type Book, type BookCase, type Payment } from './book.ts'
import { caseReferences } from './case-reference.ts'
import { payerKey, type Arrival } from './match.ts'
import { firmKey, nameKey } from './names.ts'

/** 终结本次执行程序, by its code. */
const roundTerminated = 'round-terminated'
/** Below this many arrivals only the cases they could mean are read, beyond it all of them. */
const fewArrivals = 40

/**
 * The cases these arrivals may belong to: one line on the desk, or a year of statements. Claims that are looked at again
 * count as if they had not come.
 */
export async function bookFor(
  tx: Tx,
  arrivals: readonly Arrival[],
  lookedAtAgain: readonly string[] = [],
): Promise<Book> {
  const narrow = arrivals.length < fewArrivals ? narrowed(arrivals) : sql<boolean>`true`
  const cases = await registered(tx, narrow, lookedAtAgain)
  const known = new Set(cases.map(({ caseNumber }) => caseNumber))
  const older = (await unregistered(tx)).filter(({ caseNumber }) => !known.has(caseNumber))
  return bookOf(tx.court, [...cases, ...older], await earlierPayers(tx, arrivals), await ownName(tx))
}

/** The court itself made most of the documents that it enforces. */
async function ownName(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ readonly name: string }>`
    select basis_issuer as name from cases_basis_issuer
    where basis_issuer like '%法院' order by cases desc, basis_issuer limit 1`.execute(tx.db)
  return rows[0]?.name ?? null
}

type Row = {
  readonly caseNumber: string
  readonly typeCode: CaseTypeCode
  readonly filedOn: string
  readonly closedOn: string | null
  readonly handlerId: string | null
  readonly outstanding: string
  readonly isResting: boolean
  readonly resumedOn: string | null
  readonly debtors: readonly string[] | null
  readonly applicants: readonly string[] | null
}

async function registered(
  tx: Tx,
  narrow: RawBuilder<boolean>,
  without: readonly string[],
): Promise<readonly BookCase[]> {
  const { rows } = await sql<Row>`
    select c.case_number as "caseNumber", c.type_code as "typeCode", c.filed_on as "filedOn", c.closed_on as "closedOn",
           c.handler_id as "handlerId",
           (c.claim_fen - c.waived_fen - coalesce(k.come, 0))::text as outstanding,
           coalesce(c.manner = ${roundTerminated}, false) as "isResting", r.on as "resumedOn",
           p.debtors, p.applicants
    from cases_fact_source c
    left join (select resumes_number, min(filed_on) as on from cases_resumption group by resumes_number) r
      on r.resumes_number = c.case_number
    left join lateral (
      select array_agg(n.name) filter (where n.role = 'debtor') as debtors,
             array_agg(n.name) filter (where n.role = 'applicant') as applicants
      from cases_party_name n where n.court_id = c.court_id and n.case_id = c.case_id
    ) p on true
    left join (
      select case_number, sum(amount_fen) as come from funds_claim
      where kind = 'case' and undone_at is null and claim_id <> all(${without}::uuid[]) group by case_number
    ) k on k.case_number = c.case_number
    where ${narrow}`.execute(tx.db)
  return rows.flatMap((row) => bookCase({ ...row, debtors: row.debtors ?? [], applicants: row.applicants ?? [] }))
}

type Read = Omit<Row, 'debtors' | 'applicants'> & {
  readonly debtors: readonly string[]
  readonly applicants: readonly string[]
}

function bookCase({ outstanding, isResting, resumedOn, ...row }: Read): readonly BookCase[] {
  const number = parseCaseNumber(row.caseNumber)
  if (!number.ok) return []
  const outstandingFen = BigInt(outstanding)
  const resting = isResting ? { until: resumedOn, unpaidFen: outstandingFen } : null
  return [{ ...row, year: number.year, serial: number.number, outstandingFen, resting }]
}

/** What the words of an arrival could name: serials in its memo, its payer, names and short names of firms that stand in it. */
function narrowed(arrivals: readonly Arrival[]): RawBuilder<boolean> {
  const written = arrivals.map(({ memo, summary }) => `${memo ?? ''} ${summary ?? ''}`)
  const words = written.flatMap((text) => [text, nameKey(text)])
  const numbers = written.flatMap((text) =>
    caseReferences(text).map(({ typeCode, serial }) => `${typeCode}${serial}号`),
  )
  const payers = arrivals.flatMap(({ peerName }) => (peerName === null ? [] : [peerName, nameKey(peerName)]))
  const own = arrivals.flatMap(({ subAccountCase }) => subAccountCase ?? [])
  const firms = arrivals.flatMap(({ peerName, memo }) => [...firmKeys(peerName), ...partsOf(memo)])
  return sql<boolean>`(
    c.case_number = any(${own}::text[])
    or substring(c.case_number from '[^0-9]+[0-9]+号$') = any(${numbers}::text[])
    or c.case_id in (
      select n.case_id from cases_party_name n
      where n.name = any(${payers}::text[])
         or exists (select from unnest(${words}::text[]) as w (words) where length(n.name) > 1 and strpos(w.words, n.name) > 0)
         or (length(n.name) > 5 and n.name like any(${[...new Set(firms)].map((part) => `%${part}%`)}::text[]))))`
}

const firmKeys = (name: string | null): readonly string[] => {
  const key = name === null ? null : firmKey(name)
  return key === null ? [] : [key]
}

/** Every four signs in a row: the short name of a firm is at least as long. */
const partsOf = (memo: string | null): readonly string[] =>
  (nameKey(memo ?? '').match(/[\u4e00-\u9fff]{4,}/g) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 3 }, (_, at) => run.slice(at, at + 4)),
  )

/** Cases older than the register that another register of the court knows by number and people, such as the pool. */
async function unregistered(tx: Tx): Promise<readonly BookCase[]> {
  const found: BookCase[] = []
  for (const { register } of tx.platform.registry.gather('registers')) {
    if (register.mayBeUnregistered) found.push(...(await olderCases(tx, register)))
  }
  return oncePerNumber(found)
}

async function olderCases(tx: Tx, register: Register): Promise<readonly BookCase[]> {
  const names = (field: string): RawBuilder<unknown> =>
    register.fields[field]?.kind === 'list'
      ? sql.ref(`e.${columnOf(field)}`)
      : sql`case when e.person is null then '{}'::text[] else array[e.person] end`
  const field = (name: string): RawBuilder<unknown> =>
    register.fields[name] === undefined ? sql`null` : sql.ref(`e.${columnOf(name)}`)
  const { rows } = await sql<Older>`
    select e.case_number as "caseNumber", ${names('debtors')} as debtors,
           ${register.fields['applicants']?.kind === 'list' ? names('applicants') : sql`'{}'::text[]`} as applicants,
           ${sql.ref(`e.${columnOf(register.day)}`)} as on, ${field('unpaid')}::text as unpaid,
           least(r.on, ${field('clearedOn')}::date) as over
    from ${sql.table(tableOf(register))} e
    left join (select resumes_number, min(filed_on) as on from cases_resumption group by resumes_number) r
      on r.resumes_number = e.case_number
    where e.withdrawn_because is null and e.case_number is not null`.execute(tx.db)
  // A register that knows what is unpaid keeps debts; one of complaints or rewards does not say whether any is left.
  const keepsDebts = register.fields['unpaid'] !== undefined
  return rows.flatMap(({ on, unpaid, over, ...row }) => {
    const number = parseCaseNumber(row.caseNumber)
    if (!number.ok) return []
    const filedOn = `${number.year}-01-01`
    const typeCode = number.type as CaseTypeCode
    const closedOn = on ?? filedOn
    const known = { isResting: false, resumedOn: null, handlerId: null, outstanding: '0' }
    const resting = keepsDebts ? { until: over, unpaidFen: unpaid === null ? null : BigInt(unpaid) } : null
    return bookCase({ ...row, ...known, typeCode, filedOn, closedOn }).map((one) => ({ ...one, resting }))
  })
}

type Older = Pick<Read, 'caseNumber' | 'debtors' | 'applicants'> & {
  readonly on: string | null
  readonly unpaid: string | null
  readonly over: string | null
}

/** Where the same payers' money went before, oldest first. */
async function earlierPayers(tx: Tx, arrivals: readonly Arrival[]): Promise<readonly Payment[]> {
  const names = [...new Set(arrivals.flatMap(({ peerName }) => peerName ?? []))]
  const { rows } = await tx.client.query<{ name: string; account: string | null; number: string; on: string }>({
    name: 'funds_earlier_payers',
    text: `select l.peer_name as name, l.peer_account_masked as account, k.case_number as number, k.arrived_on as on
           from funds_claim k join funds_bank_line l on l.court_id = k.court_id and l.bank_line_id = k.bank_line_id
           where k.kind = 'case' and k.undone_at is null and k.case_number is not null and l.peer_name = any($1::text[])
           order by k.arrived_on`,
    values: [names],
  })
  return rows.map(({ name, account, number, on }) => ({ payer: payerKey(name, account), caseNumber: number, on }))
}
