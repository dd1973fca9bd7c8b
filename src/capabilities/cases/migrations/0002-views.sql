-- What other rooms may read of a case. They read under the caller's own policies, and never the tables.

-- One row per case with the facts that are counted: no names, no identifiers. Of events that repeat, the first.
create view cases_fact_source with (security_invoker = true) as
  select c.court_id, c.case_id, c.case_number, c.type_code, c.received_on, c.filed_on, c.closed_on, c.manner,
         c.closing_reason, c.handler_id, c.clerk_id, c.team_id, c.cause, c.town, c.livelihood, c.track, c.preserved,
         c.claim_fen, c.waived_fen, c.unenforceable_fen, c.recovered_fen, c.last_receipt_on,
         e.notice_on, e.report_order_on, e.inquiry_on, e.restricted_on, e.listed_on,
         coalesce(e.round_terminated_on, case when c.manner = 'round-terminated' then c.closed_on end) as round_terminated_on,
         l.resumes_number, r.resumed_on
  from cases_case c
  left join lateral (
    select min(v.occurred_on) filter (where v.kind = 'notice-served')          as notice_on,
           min(v.occurred_on) filter (where v.kind = 'report-order-served')    as report_order_on,
           min(v.occurred_on) filter (where v.kind = 'first-inquiry')          as inquiry_on,
           min(v.occurred_on) filter (where v.kind = 'consumption-restricted') as restricted_on,
           min(v.occurred_on) filter (where v.kind = 'dishonest-listed')       as listed_on,
           min(v.occurred_on) filter (where v.kind = 'round-terminated')       as round_terminated_on
    from cases_event v
    where v.court_id = c.court_id and v.case_id = c.case_id
  ) e on true
  -- The case this one takes up again, by number: it may not be on record.
  left join lateral (
    select min(k.linked_number) as resumes_number
    from cases_link k
    where k.court_id = c.court_id and k.case_id = c.case_id and k.relation = 'resumes'
  ) l on true
  -- The day this case was first taken up again by another.
  left join lateral (
    select min(n.filed_on) as resumed_on
    from cases_link k
    join cases_case n on n.court_id = k.court_id and n.case_id = k.case_id
    where k.court_id = c.court_id and k.linked_number = c.case_number and k.relation = 'resumes'
  ) r on true;

-- Who owes in which case, by the register's own ids.
create view cases_debtor with (security_invoker = true) as
  select court_id, case_id, party_id from cases_party where role = 'debtor';

-- Who made the judgments that this court enforces, and in how many cases.
create view cases_basis_issuer with (security_invoker = true) as
  select court_id, basis_issuer, count(*) as cases from cases_case where basis_issuer is not null group by court_id, basis_issuer;
