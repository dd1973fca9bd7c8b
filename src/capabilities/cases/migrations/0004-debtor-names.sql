-- The name a debtor has in the case, for rooms that must tell whom an entry means.
create or replace view cases_debtor with (security_invoker = true) as
  select court_id, case_id, party_id, name from cases_party where role = 'debtor';
