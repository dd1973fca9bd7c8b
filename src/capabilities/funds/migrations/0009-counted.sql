-- Unknown money that no statement shows is counted as well.
-- What is counted of money: each part of a claim that was paid, and the rest; each part of a bank line, and what nobody
-- has claimed. `head` marks one row for each claim or line.
create view funds_counted with (security_invoker = true) as
  with paid as (
    select p.court_id, p.claim_id, p.payout_id, p.amount_fen, o.paid_on,
           row_number() over (partition by p.court_id, p.claim_id order by o.paid_on, p.payout_id) as n,
           (sum(p.amount_fen) over (partition by p.court_id, p.claim_id))::bigint as all_fen,
           max(o.paid_on) over (partition by p.court_id, p.claim_id) as last_on
    from funds_payout_part p
    join funds_payout o on o.court_id = p.court_id and o.payout_id = p.payout_id
    where o.state = 'paid'
  ), whole as (
    -- In one pass: asked claim by claim it would be read as often as there are claims.
    select court_id, claim_id, max(all_fen) as all_fen, max(last_on) as last_on from paid group by court_id, claim_id
  ), claims as (
    select k.*, l.lawful_due_on, l.own_due_on, l.known_on, coalesce(w.all_fen, 0) as all_fen, w.last_on
    from funds_claim k
    left join funds_claim_clock l on l.court_id = k.court_id and l.claim_id = k.claim_id
    left join whole w on w.court_id = k.court_id and w.claim_id = k.claim_id
    where k.undone_at is null
  ), slices as (
    select k.court_id, k.claim_id::text || ' ' || p.n as row_id, k.claim_id, 'receipt' as what, p.n = 1 as head,
           p.amount_fen, p.paid_on
    from claims k join paid p on p.court_id = k.court_id and p.claim_id = k.claim_id
    union all
    select k.court_id, k.claim_id::text || ' rest', k.claim_id, 'receipt', k.all_fen = 0, k.amount_fen - k.all_fen, null
    from claims k where k.amount_fen > k.all_fen
  )
  select s.court_id, s.row_id, s.what, s.head, k.claim_id::text as record_id, k.kind, k.case_number,
         coalesce(k.case_number, k.payer, '') as title, k.payer as detail,
         s.amount_fen, s.paid_on, k.arrived_on, k.claimed_on, k.known_on, k.lawful_due_on, k.own_due_on,
         case when s.head and k.all_fen = k.amount_fen then k.last_on end as settled_on,
         case when k.all_fen = k.amount_fen then k.last_on end as whole_on,
         null::date as unknown_until, null::date as claim_due_on,
         c.case_id, c.type_code, c.handler_id, c.team_id, c.cause, c.town
  from slices s
  join claims k on k.court_id = s.court_id and k.claim_id = s.claim_id
  left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
  union all
  select l.court_id, l.bank_line_id::text || ' ' || p.n, 'line', p.n = 1, l.bank_line_id::text, p.kind, p.case_number,
         coalesce(l.peer_name, l.memo, l.serial), l.memo, p.amount_fen, null, l.happened_on, p.claimed_on, null, null, null,
         null, null, p.claimed_on,
         funds_working_days_after(l.happened_on, funds_number_set('funds.claim-days', 3)),
         null, null, null, null, null, null
  from funds_bank_line l
  join lateral (
    select row_number() over (order by claimed_on nulls last, id) as n, kind, case_number, amount_fen, claimed_on
    from (
      select k.claim_id as id, k.kind, k.case_number, k.amount_fen, k.claimed_on
      from funds_claim k
      where k.court_id = l.court_id and k.bank_line_id = l.bank_line_id and k.undone_at is null
      union all
      select null, null, null, l.unclaimed_fen, null where l.unclaimed_fen > 0
    ) one
  ) p on true
  where l.amount_fen > 0
  union all
  -- Held since before the first statement and unknown still, by the words of the register; its line is on no statement.
  select u.court_id, u.item_id::text, 'line', true, u.item_id::text, null, null, coalesce(u.payer, u.memo, u.serial), u.memo,
         u.amount_fen, null, u.arrived_on, null, null, null, null, null, null, null, null, null, null, null, null, null, null
  from funds_unknown_item u
  where coalesce(u.state, '') !~ '已认领|已退'
    and u.arrived_on < (select min(b.opened_on) from funds_bank_account b where b.court_id = u.court_id)
    and not exists (select from funds_bank_line l where l.court_id = u.court_id and l.serial = u.serial);
