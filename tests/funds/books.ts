import type { ClientBase } from 'pg'

/**
 * What must hold of the money whatever was done and whenever it was stopped: each column counts what does not. Asked where
 * the rows lie, of one court.
 */
const disagreements = `
  with part as (
    select p.claim_id, sum(p.amount_fen) filter (where o.state = 'paid') as paid,
           sum(p.amount_fen) filter (where o.state in ('proposed', 'checked', 'approved', 'ordered')) as held
    from funds_payout_part p join funds_payout o on o.payout_id = p.payout_id group by p.claim_id
  ), posted as (
    select a.account_id, a.kind, a.balance_fen, coalesce(sum(p.amount_fen), 0) as fen
    from funds_account a left join funds_posting p on p.account_id = a.account_id group by 1, 2, 3
  ), cancelled as (
    -- Lines that cancel each other: the bank's own corrections, payments that came back and were never ours.
    select a.kind, p.bank_line_id as line, p.amount_fen as fen
    from funds_posting p
    join funds_entry e on e.entry_id = p.entry_id and e.kind in ('correction', 'bounce')
    join funds_account a on a.account_id = p.account_id
    where not exists (select from funds_payout o where o.returned_line_id = p.bank_line_id)
  ), share as (
    select share_id, sum(amount_fen) as fen from funds_payout
    where share_id is not null and state not in ('refused', 'cancelled', 'bounced') group by share_id
  )
  select
    (select coalesce(sum(amount_fen), 0) from funds_posting)::text as "what is posted does not sum to nothing",
    (select count(*) from (select entry_id from funds_posting group by 1 having sum(amount_fen) <> 0) x)::text
      as "entries that do not balance",
    (select count(*) from funds_entry e where e.postings <> (select count(*) from funds_posting p where p.entry_id = e.entry_id))::text
      as "entries that are not whole",
    (select count(*) from posted where kind <> 'bank' and balance_fen <> fen)::text as "balances that are not their postings",
    (select count(*) from posted where fen < 0 and kind not in ('bank', 'unexplained'))::text as "accounts below zero",
    (select coalesce(sum(fen), 0) from posted where kind = 'bank')
      + (select coalesce(sum(amount_fen), 0) from funds_bank_line)
      + (select coalesce(sum(opening_fen), 0) from funds_bank_account) || '' as "the bank is not what its lines say",
    (select count(*) from funds_bank_line l where (
       select count(*) from funds_posting p join funds_account a on a.account_id = p.account_id and a.kind = 'bank'
       where p.bank_line_id = l.bank_line_id) <> 1)::text as "lines not posted once",
    (select count(*) from funds_bank_line l where l.amount_fen > 0 and l.unclaimed_fen <> coalesce((
       select sum(p.amount_fen) from funds_posting p join funds_account a on a.account_id = p.account_id and a.kind = 'unknown'
       where p.bank_line_id = l.bank_line_id), 0))::text as "lines that know not what is unclaimed",
    (select count(*) from funds_bank_line l where l.amount_fen > 0 and l.unclaimed_fen <> l.amount_fen
       - coalesce((select sum(k.amount_fen) from funds_claim k where k.bank_line_id = l.bank_line_id and k.undone_at is null), 0)
       - coalesce((select sum(o.amount_fen) from funds_payout o where o.returned_line_id = l.bank_line_id), 0)
       + coalesce((select sum(c.fen) from cancelled c where c.kind = 'unknown' and c.line = l.bank_line_id), 0))::text
      as "lines whose claims do not add up",
    (select count(*) from funds_claim k left join part on part.claim_id = k.claim_id
     where k.paid_fen <> coalesce(part.paid, 0) or k.reserved_fen <> coalesce(part.held, 0))::text as "claims that know not their payouts",
    (select count(*) from funds_payout o where o.from_kind = 'case' and o.amount_fen <> coalesce(
       (select sum(amount_fen) from funds_payout_part p where p.payout_id = o.payout_id), 0))::text as "payouts that are not their parts",
    (select count(*) from (
       select a.case_number, sum(a.balance_fen) as fen from funds_account a where a.kind = 'case' group by 1) held
     where held.fen <> (select coalesce(sum(amount_fen - paid_fen), 0) from funds_claim k
                        where k.kind = 'case' and k.undone_at is null and k.case_number = held.case_number))::text
      as "cases that do not hold what was not paid",
    (select coalesce(sum(amount_fen) filter (where state = 'paid' and to_kind is null), 0)
          + coalesce(sum(amount_fen) filter (where returned_line_id is not null), 0) from funds_payout)
      + (select coalesce(sum(amount_fen), 0) from funds_bank_line where amount_fen < 0)
      + (select coalesce(sum(fen), 0) from cancelled where kind = 'unexplained')
      - (select coalesce(sum(fen), 0) from posted where kind = 'unexplained') || '' as "money out that no payout names",
    (select count(*) from funds_bank_line l where l.amount_fen < 0 and l.unexplained_fen <> -l.amount_fen
       - coalesce((select sum(o.amount_fen) from funds_payout o where o.paid_line_id = l.bank_line_id), 0)
       - coalesce((select sum(c.fen) from cancelled c where c.kind = 'unexplained' and c.line = l.bank_line_id), 0))::text
      as "lines out that know not what explains them",
    (select count(*) from funds_plan_share s left join share on share.share_id = s.share_id
     where s.proposed_fen <> coalesce(share.fen, 0))::text as "shares that know not their payouts",
    (select count(*) from funds_payment_order q
     where q.payouts <> (select count(*) from funds_payout o where o.ordered_in = q.order_id)
        or q.total_fen <> (select coalesce(sum(o.amount_fen), 0) from funds_payout o where o.ordered_in = q.order_id))::text
      as "orders that are not their payouts",
    (select count(*) from funds_payment_order q where not exists (select from kernel_file f where f.file_id = q.csv_file)
       or not exists (select from kernel_file f where f.file_id = q.xlsx_file))::text as "orders without their files",
    (select count(*) from funds_payout where state = 'ordered' and (ordered_in is null or payout_number is null))::text
      as "payouts ordered in no order",
    (select count(*) from funds_closed_day d where d.bank_fen <> (
       select -coalesce(sum(p.amount_fen), 0) from funds_posting p join funds_account a on a.account_id = p.account_id
       where a.kind = 'bank' and p.posted_on <= d.day))::text as "closed days that are not what was closed"`

/** Everything in the books that does not agree, in words; empty when all does. */
export async function bookFaults(client: Pick<ClientBase, 'query'>): Promise<readonly string[]> {
  const { rows } = await client.query<Record<string, string>>(disagreements)
  return Object.entries(rows[0] ?? {}).flatMap(([what, count]) => (count === '0' ? [] : [`${what}: ${count}`]))
}
