import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { AlarmFilter, AlarmRow, type AlarmKind } from './contract.ts'
import { deferralsAlarm, samePairCases } from './settings.ts'

const yuan = (fen: string): string => `trim(to_char(${fen} / 100.0, 'FM999,999,999,990.00'))`
const set = (key: string, fallback: number) => sql.raw(`funds_number_set('${key}', ${fallback})`)
const payoutHref = `'/funds/payouts?open=' || `
const caseHref = `'/funds/cases/' || `

/**
 * One source for each kind: key, day, case, amount, sentence, address. They read what other acts recorded and nothing is
 * kept of them, so that an alarm ends when what it shows has ended.
 */
const sources: Readonly<Record<AlarmKind, RawBuilder<unknown>>> = {
  'shared-account': sql`
    select min(o.payout_id::text) as key, max(coalesce(o.paid_on, (o.ordered_at at time zone 'Asia/Shanghai')::date)) as on_day, null::text as number,
           sum(o.amount_fen)::bigint as fen,
           '账户 ' || min(a.number_masked) || ' 收取了 ' || count(distinct o.payee) || ' 名申请执行人的款：'
             || string_agg(distinct o.payee, '、') as text,
           ${sql.raw(payoutHref)} min(o.payout_id::text) as href
    from funds_payout o
    join funds_payee_account a on a.court_id = o.court_id and a.payee_account_id = o.payee_account_id
    where o.state in ('ordered', 'paid') and o.payee_role in ('applicant', 'agent')
    group by a.number_index having count(distinct o.payee) > 1`,
  'paid-after-change': sql`
    select o.payout_id::text, (o.ordered_at at time zone 'Asia/Shanghai')::date, o.case_number, o.amount_fen,
           o.payee || ' 的账户变更复核后 ' || greatest(0, floor(extract(epoch from o.ordered_at - a.confirmed_at) / 60))
             || ' 分钟即付款 ' || ${sql.raw(yuan('o.amount_fen'))} || ' 元',
           ${sql.raw(payoutHref)} o.payout_id
    from funds_payout o
    join funds_payee_account a on a.court_id = o.court_id and a.payee_account_id = o.payee_account_id
    where o.state in ('ordered', 'paid') and a.replaces is not null
      and o.ordered_at between a.confirmed_at and a.confirmed_at + interval '1 hour'`,
  'same-pair': sql`
    select min(o.payout_id::text), max(coalesce(o.paid_on, (o.ordered_at at time zone 'Asia/Shanghai')::date)), null, sum(o.amount_fen)::bigint,
           coalesce(min(s.name), '同一承办人') || ' 一年内在 ' || count(distinct o.case_number) || ' 件案件里付给 ' || min(o.payee),
           ${sql.raw(payoutHref)} min(o.payout_id::text)
    from funds_payout o
    join funds_payee_account a on a.court_id = o.court_id and a.payee_account_id = o.payee_account_id
    left join identity_staff_name s on s.court_id = o.court_id and s.staff_id::text = o.proposed_by
    where o.state in ('ordered', 'paid') and o.payee_role not in ('treasury', 'court', 'administrator')
      and o.ordered_at >= (select today from said) - interval '1 year'
    group by o.proposed_by, a.number_index
    having count(distinct o.case_number) >= ${set(samePairCases.key, samePairCases.fallback)}`,
  cash: sql`
    select k.claim_id::text, k.arrived_on, k.case_number, k.amount_fen,
           '现金 ' || ${sql.raw(yuan('k.amount_fen'))} || ' 元，缴款人 ' || coalesce(k.payer, '未写明'),
           ${sql.raw(caseHref)} coalesce(k.case_number, '')
    from funds_claim k
    left join funds_bank_line l on l.court_id = k.court_id and l.bank_line_id = k.bank_line_id
    left join funds_receipt r on r.court_id = k.court_id and r.receipt_id = k.receipt_id
    where k.undone_at is null and (concat_ws(' ', l.summary, l.memo) ~ '现金|现存|现缴' or r.channel ~ '现金')`,
  'deferred-often': sql`
    select k.claim_id::text, max(coalesce(d.from_on, (d.recorded_at at time zone 'Asia/Shanghai')::date)), k.case_number, k.amount_fen - k.paid_fen,
           '延缓 ' || count(*) || ' 次，最近一次事由：' || coalesce((array_agg(d.ground order by d.recorded_at desc))[1], '未写明'),
           ${sql.raw(caseHref)} coalesce(k.case_number, '')
    from funds_claim k join funds_deferral d on d.court_id = k.court_id and d.claim_id = k.claim_id
    where k.undone_at is null and d.refused_because is null
    group by k.court_id, k.claim_id, k.case_number, k.amount_fen, k.paid_fen
    having count(*) >= ${set(deferralsAlarm.key, deferralsAlarm.fallback)}`,
  'closed-with-balance': sql`
    select c.case_id::text, c.closed_on, c.case_number, held.fen,
           '以执行完毕结案，账上还有 ' || ${sql.raw(yuan('held.fen'))} || ' 元', ${sql.raw(caseHref)} c.case_number
    from cases_fact_source c
    join (select court_id, case_number, sum(balance_fen)::bigint as fen from funds_account
          where kind = 'case' and balance_fen > 0 group by 1, 2) held
      on held.court_id = c.court_id and held.case_number = c.case_number
    where c.manner = 'performed' and c.closed_on is not null`,
  // Nothing is under way for what lies there: no payout, no deferral asked or granted, no stop, no plan that runs.
  'idle-balance': sql`
    select 'idle ' || k.case_number, min(k.known_on), k.case_number, sum(k.amount_fen - k.paid_fen - k.reserved_fen)::bigint,
           '账上 ' || ${sql.raw(yuan('sum(k.amount_fen - k.paid_fen - k.reserved_fen)'))}
             || ' 元过了本院发放期限，没有发放申请、延缓或者暂停事由', ${sql.raw(caseHref)} k.case_number
    from funds_claim_clock k
    where k.kind = 'case' and k.case_number is not null and k.paid_fen + k.reserved_fen < k.amount_fen
      and k.own_due_on < (select today from said) and k.deferred is false
      and not exists (select from funds_deferral d where d.court_id = k.court_id and d.claim_id = k.claim_id
                      and d.refused_because is null and d.ended_on is null and coalesce(d.until_on, 'infinity') >= (select today from said))
      and not exists (select from funds_hold h where h.court_id = k.court_id and h.case_number = k.case_number and h.lifted_at is null)
      and not exists (select from funds_plan p where p.court_id = k.court_id and p.case_number = k.case_number
                      and p.revised_by is null and p.withdrawn_because is null)
    group by k.case_number`,
}

/** 审计提示: what the records themselves point out to whoever audits them. */
export const auditAlarms = query({
  name: 'funds.audit-alarms',
  title: label('审计提示', 'Audit alarms'),
  may: 'funds.audit',
  input: AlarmFilter,
  row: AlarmRow,
  scope: {},
  orders: [
    ['-on', 'alarmKey'],
    ['-amountFen', 'alarmKey'],
  ],
  sums: ['amountFen'],
  columns: {
    on: label('日期', 'Day'),
    kind: label('提示', 'Alarm'),
    caseNumber: label('案号', 'Case'),
    amountFen: label('金额（元）', 'Amount (yuan)'),
    text: label('情况', 'What was found'),
  },
  rows: (db, { kind, from, to }, { today }) => {
    const asked = Object.entries(sources).filter(([name]) => kind === undefined || name === kind)
    const parts = asked.map(
      ([name, source]) =>
        sql`select ${name}::text as kind, f.* from (${source}) as f (key, on_day, number, fen, text, href)`,
    )
    return db
      .selectFrom(
        sql<z.input<typeof AlarmRow>>`(
          with said as (select ${today.toString()}::date as today)
          select u.kind || ' ' || u.key as "alarmKey", u.kind, u.on_day as "on", u.number as "caseNumber",
                 c.case_id::text as "caseId", u.fen as "amountFen", u.text, u.href
          from (${sql.join(parts, sql` union all `)}) u
          left join cases_fact_source c on c.case_number = u.number
          where ${from === undefined ? sql`true` : sql`u.on_day >= ${from.toString()}::date`}
            and ${to === undefined ? sql`true` : sql`u.on_day <= ${to.toString()}::date`})`.as('listed'),
      )
      .selectAll()
  },
})
