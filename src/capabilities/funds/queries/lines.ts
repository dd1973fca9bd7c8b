import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { query, reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { arrivalOf } from '../claims/certain.ts'
import { LineFilter, LineMatch, LineRow } from '../claims/contract.ts'
import { noSuchLine } from '../claims/problems.ts'
import { claimMatter } from '../claims/proposal.ts'
import { findLine } from '../claims/store.ts'
import { bookFor } from '../matching/load-book.ts'
import { bandOn, claimBy, dutyOf } from '../unknown/bands.ts'
import { matchArrival } from '../matching/match.ts'

const waits = sql<boolean>`exists (select from kernel_approval a where a.court_id = l.court_id and a.matter = 'funds.claim'
  and a.subject = 'bank-line:' || l.bank_line_id and a.decision is null)`

/** 到账与流水: every line of every statement, with what became of it. */
export const lines = query({
  name: 'funds.lines',
  title: label('银行流水', 'Bank lines'),
  may: 'funds.claim',
  input: LineFilter,
  row: LineRow,
  scope: {},
  orders: [
    ['-on', '-bankLineId'],
    ['on', 'bankLineId'],
    ['-amountFen', 'bankLineId'],
  ],
  sums: ['amountFen', 'unclaimedFen'],
  columns: {
    serial: label('流水号', 'Serial'),
    on: label('日期', 'Day'),
    at: label('时间', 'Time'),
    amountFen: label('金额（元）', 'Amount (yuan)'),
    unclaimedFen: label('未认领（元）', 'Unclaimed (yuan)'),
    peerName: label('对方户名', 'Counterparty'),
    peerAccount: label('对方账号', 'Account'),
    summary: label('摘要', 'Summary'),
    memo: label('附言', 'Memo'),
    cases: label('案件', 'Cases'),
    claimBy: label('认领期限', 'To be claimed by'),
    next: label('下一步', 'Next'),
    owner: label('经办岗位', 'Owner'),
    tries: label('已查次数', 'Tries'),
  },
  rows: (db, filter, { today }) =>
    db
      .selectFrom(
        sql<z.input<typeof LineRow>>`(
          select l.bank_line_id as "bankLineId", l.serial, l.happened_on as "on", l.happened_at as at,
                 l.amount_fen as "amountFen", l.unclaimed_fen as "unclaimedFen", l.peer_name as "peerName",
                 l.peer_account_masked as "peerAccount", l.summary, l.memo,
                 (select string_agg(distinct k.case_number, '、') from funds_claim k
                  where k.court_id = l.court_id and k.bank_line_id = l.bank_line_id and k.undone_at is null) as cases,
                 ${today.toString()}::date - l.happened_on as age, ${waits} as waiting,
                 b.band, case when b.band is not null then ${claimBy} end as "claimBy",
                 ${dutyOf('next', sql`b.band`)} as next, ${dutyOf('owner', sql`b.band`)} as owner,
                 (select count(*)::int from funds_line_try t
                  where t.court_id = l.court_id and t.bank_line_id = l.bank_line_id) as tries
          from funds_bank_line l cross join lateral (select ${bandOn(today)} as band) b
          where ${sql.join(conditions(filter), sql` and `)})`.as('listed'),
      )
      .selectAll(),
})

function conditions(filter: z.output<typeof LineFilter>): readonly RawBuilder<unknown>[] {
  const given = <T>(
    value: T | undefined,
    condition: (value: T) => RawBuilder<unknown>,
  ): readonly RawBuilder<unknown>[] => (value === undefined ? [] : [condition(value)])
  return [
    sql`true`,
    ...given(filter.bankLineId, (id) => sql`l.bank_line_id = ${id}::uuid`),
    ...given(filter.unclaimed, (open) => (open ? sql`l.unclaimed_fen > 0` : sql`l.unclaimed_fen = 0`)),
    ...given(filter.direction, (way) => (way === 'in' ? sql`l.amount_fen > 0` : sql`l.amount_fen < 0`)),
    ...given(filter.waiting, (waiting) => (waiting ? waits : sql`not ${waits}`)),
    ...given(filter.unknown, (unknown) => (unknown ? sql`b.band <> 'fresh'` : sql`b.band = 'fresh'`)),
    ...given(filter.band, (band) => sql`b.band = ${band}`),
    ...given(filter.from, (on) => sql`l.happened_on >= ${on.toString()}::date`),
    ...given(filter.to, (on) => sql`l.happened_on <= ${on.toString()}::date`),
    ...given(
      filter.caseNumber,
      (number) => sql`exists (select from funds_claim k where k.court_id = l.court_id
        and k.bank_line_id = l.bank_line_id and k.undone_at is null and k.case_number = ${number})`,
    ),
    ...given(
      filter.text,
      (text) => sql`(strpos(coalesce(l.memo, ''), ${text}) > 0 or strpos(coalesce(l.peer_name, ''), ${text}) > 0
        or l.serial = ${text})`,
    ),
  ]
}

/** Whose a line may be, best first, each with its reasons. */
export const lineMatch = reading({
  name: 'funds.line-match',
  title: label('可能的案件', 'Candidates'),
  may: 'funds.claim',
  input: z.object({ bankLineId: z.uuid() }),
  output: LineMatch,
  read: async (tx, { bankLineId }, { actor }) => {
    const line = await findLine(tx, bankLineId, false)
    if (!line) return noSuchLine()
    const arrival = arrivalOf(line)
    const book = await bookFor(tx, [arrival])
    const { kind, certain, doubt, candidates } = matchArrival(arrival, book)
    const waiting = await claimMatter.waiting(tx, `bank-line:${bankLineId}`)
    const { rows } = await tx.client.query<{ id: string; number: string }>(
      'select case_id as id, case_number as number from cases_fact_source where case_number = any($1::text[])',
      [candidates.map(({ caseNumber }) => caseNumber)],
    )
    const idOf = new Map(rows.map(({ id, number }) => [number, id]))
    return {
      bankLineId,
      kind,
      certain,
      doubt,
      candidates: candidates.map(({ caseNumber, confidence, reasons }) => {
        const known = book.byNumber(caseNumber)
        return {
          caseNumber,
          caseId: idOf.get(caseNumber) ?? null,
          confidence,
          reasons: [...reasons],
          debtors: known?.debtors.join('、') ?? '',
          outstandingFen: (known?.outstandingFen ?? 0n).toString(),
        }
      }),
      waiting: waiting
        ? {
            approvalId: waiting.approvalId,
            proposedBy: waiting.proposedBy,
            mine: waiting.proposedBy === actor.id,
            evidence: waiting.evidence,
          }
        : null,
    }
  },
})
