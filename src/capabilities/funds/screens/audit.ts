import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { query, reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import type { z } from 'zod'
import {
  ageBands,
  AuditAgeing,
  AuditAgeingQuestion,
  AuditSample,
  AuditSampleQuestion,
  BalanceFilter,
  BalanceRow,
  PostingFilter,
  PostingRow,
} from './audit-contract.ts'

type Item = z.input<typeof AuditSample>['items'][number]

/** 抽查: payouts of a period in an order that the seed alone makes; the same seed draws the same ones again. */
export const auditSample = reading({
  name: 'funds.audit-sample',
  title: label('案款抽查', 'Sample of payouts'),
  may: 'funds.audit',
  input: AuditSampleQuestion,
  output: AuditSample,
  read: async (tx, { from, to, seed, size }) => {
    const period = [from.toString(), to.toString()]
    const { rows: whole } = await tx.client.query<{ count: number; fen: string }>(
      `select count(*)::int as count, coalesce(sum(amount_fen), 0)::text as fen from funds_payout
       where state = 'paid' and paid_on between $1::date and $2::date`,
      period,
    )
    const { rows } = await tx.client.query<Item>(
      `select o.payout_id as "payoutId", o.payout_number as "payoutNumber", o.case_number as "caseNumber", o.payee,
              o.amount_fen::text as "amountFen", o.paid_on as "paidOn", a.name as "proposedBy", b.name as "checkedBy",
              c.name as "approvedBy", d.name as "secondApprovedBy", e.name as "orderedBy", l.serial,
              (select o.paid_on - min(k.arrived_on) from funds_payout_part p
               join funds_claim k on k.court_id = p.court_id and k.claim_id = p.claim_id
               where p.court_id = o.court_id and p.payout_id = o.payout_id) as days
       from funds_payout o
       left join funds_bank_line l on l.court_id = o.court_id and l.bank_line_id = o.paid_line_id
       left join identity_staff_name a on a.court_id = o.court_id and a.staff_id::text = o.proposed_by
       left join identity_staff_name b on b.court_id = o.court_id and b.staff_id::text = o.checked_by
       left join identity_staff_name c on c.court_id = o.court_id and c.staff_id::text = o.approved_by
       left join identity_staff_name d on d.court_id = o.court_id and d.staff_id::text = o.second_approved_by
       left join identity_staff_name e on e.court_id = o.court_id and e.staff_id::text = o.ordered_by
       where o.state = 'paid' and o.paid_on between $1::date and $2::date
       order by sha256(convert_to($3 || o.payout_id::text, 'UTF8')), o.payout_id limit $4`,
      [...period, seed, size],
    )
    return { population: whole[0]?.count ?? 0, populationFen: whole[0]?.fen ?? '0', items: rows }
  },
})

type Band = z.input<typeof AuditAgeing>['unpaid'][number]

/** Sums by the days since they came: up to the first limit, up to the second, … and beyond the last. */
async function bandsOf({ client }: Tx, open: string, asOf: string): Promise<Band[]> {
  const { rows } = await client.query<{ band: number; count: number; fen: string }>(
    `select width_bucket($1::date - arrived, $2::int[]) as band, count(*)::int as count, sum(fen)::text as fen
     from (${open}) as open where arrived <= $1::date group by band`,
    [asOf, ageBands.map((days) => days + 1)],
  )
  return [...ageBands, null].map((upTo, band) => {
    const found = rows.find((row) => row.band === band)
    return { upTo, count: found?.count ?? 0, amountFen: found?.fen ?? '0' }
  })
}

/** 账龄: how long what is not paid out, and what nobody has claimed, has lain here. */
export const auditAgeing = reading({
  name: 'funds.audit-ageing',
  title: label('案款账龄', 'Ageing of money'),
  may: 'funds.audit',
  input: AuditAgeingQuestion,
  output: AuditAgeing,
  read: async (tx, { asOf }) => ({
    unpaid: await bandsOf(
      tx,
      `select arrived_on as arrived, amount_fen - paid_fen as fen from funds_claim
       where kind = 'case' and undone_at is null and paid_fen < amount_fen`,
      asOf.toString(),
    ),
    unknown: await bandsOf(
      tx,
      'select happened_on as arrived, unclaimed_fen as fen from funds_bank_line where unclaimed_fen > 0',
      asOf.toString(),
    ),
  }),
})

const all = sql<boolean>`true`

/** 分录: every movement as it was posted. The sum of what is listed is the balance of the accounts it is narrowed to. */
export const postings = query({
  name: 'funds.postings',
  title: label('案款分录', 'Postings'),
  may: 'funds.audit',
  input: PostingFilter,
  row: PostingRow,
  scope: {},
  orders: [
    ['-postedOn', '-postingKey'],
    ['postedOn', 'postingKey'],
    ['-amountFen', 'postingKey'],
  ],
  sums: ['amountFen'],
  columns: {
    postedOn: label('记账日期', 'Posted on'),
    entry: label('分录', 'Entry'),
    account: label('科目', 'Account'),
    caseNumber: label('案号', 'Case'),
    amountFen: label('金额（元）', 'Amount (yuan)'),
    serial: label('流水号', 'Serial'),
    reason: label('说明', 'Reason'),
    entryId: label('分录编号', 'Entry id'),
    accountId: label('账户编号', 'Account id'),
  },
  rows: (db, { kind, caseNumber, from, to }) =>
    db
      .selectFrom(
        sql<z.input<typeof PostingRow>>`(
          select p.entry_id || ' ' || lpad(p.line::text, 4, '0') as "postingKey", p.posted_on as "postedOn", n.kind as entry,
                 a.kind as account, a.case_number as "caseNumber", p.amount_fen as "amountFen", l.serial, n.reason,
                 p.entry_id as "entryId", p.account_id as "accountId"
          from funds_posting p
          join funds_entry n on n.court_id = p.court_id and n.entry_id = p.entry_id
          join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id
          left join funds_bank_line l on l.court_id = p.court_id and l.bank_line_id = p.bank_line_id
          where ${kind === undefined ? all : sql`a.kind = ${kind}`}
            and ${caseNumber === undefined ? all : sql`a.case_number = ${caseNumber}`}
            and ${from === undefined ? all : sql`p.posted_on >= ${from.toString()}::date`}
            and ${to === undefined ? all : sql`p.posted_on <= ${to.toString()}::date`})`.as('listed'),
      )
      .selectAll(),
})

/** 科目余额: every account with what it holds; the bank’s own is kept by postings alone. The postings, exported, add up to each of them. */
export const accountBalances = query({
  name: 'funds.account-balances',
  title: label('案款科目余额', 'Balances of accounts'),
  may: 'funds.audit',
  input: BalanceFilter,
  row: BalanceRow,
  scope: {},
  orders: [
    ['account', 'accountId'],
    ['-amountFen', 'accountId'],
  ],
  sums: ['amountFen'],
  columns: {
    account: label('科目', 'Account'),
    caseNumber: label('案号', 'Case'),
    bank: label('银行账户', 'Bank account'),
    postings: label('分录数', 'Postings'),
    lastPostedOn: label('最后记账', 'Last posted'),
    amountFen: label('余额（元）', 'Balance (yuan)'),
    accountId: label('账户编号', 'Account id'),
  },
  rows: (db, { kind, caseNumber, held }) =>
    db
      .selectFrom(
        sql<z.input<typeof BalanceRow>>`(
          select a.account_id as "accountId", a.kind as account, a.case_number as "caseNumber",
                 b.title || ' ' || b.number_masked as bank, p.postings, p.last_on as "lastPostedOn",
                 case when a.kind = 'bank' then p.fen else a.balance_fen end as "amountFen"
          from funds_account a
          left join funds_bank_account b on b.court_id = a.court_id and b.bank_account_id = a.bank_account_id
          left join lateral (
            select count(*)::int as postings, max(posted_on) as last_on, coalesce(sum(amount_fen), 0)::bigint as fen
            from funds_posting p
            where p.court_id = a.court_id and p.account_id = a.account_id
          ) p on true
          where ${kind === undefined ? all : sql`a.kind = ${kind}`}
            and ${caseNumber === undefined ? all : sql`a.case_number = ${caseNumber}`})`.as('listed'),
      )
      .selectAll()
      .where(held ? sql<boolean>`"amountFen" <> 0` : all),
})
