-- What other rooms may read of a case. They read under the caller's own policies, and never the tables.

-- One row per case with what is counted of it: no names, no identifiers.
create view cases_fact_source with (security_invoker = true) as
  select court_id, case_id, case_number, type_code, received_on, filed_on, closed_on, manner, closing_reason,
         handler_id, clerk_id, team_id, cause, town, livelihood, track, preserved,
         claim_fen, waived_fen, unenforceable_fen, recovered_fen, last_receipt_on
  from cases_case;

-- What happened in a case and on which day, without what was noted.
create view cases_event_day with (security_invoker = true) as
  select court_id, case_id, kind, occurred_on from cases_event;

-- Which case takes up which number again, and since when. The other number may not be on record.
create view cases_resumption with (security_invoker = true) as
  select k.court_id, k.case_id, k.linked_number as resumes_number, c.filed_on
  from cases_link k
  join cases_case c on c.court_id = k.court_id and c.case_id = k.case_id
  where k.relation = 'resumes';

-- Who owes in which case, by the register's own ids.
create view cases_debtor with (security_invoker = true) as
  select court_id, case_id, party_id from cases_party where role = 'debtor';

-- Who made the judgments that this court enforces, and in how many cases.
create view cases_basis_issuer with (security_invoker = true) as
  select court_id, basis_issuer, count(*) as cases from cases_case where basis_issuer is not null group by court_id, basis_issuer;
