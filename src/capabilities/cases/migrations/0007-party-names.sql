-- Who stands in a case under which name, for the room that must find the case a payment belongs to.
create view cases_party_name with (security_invoker = true) as
  select court_id, case_id, role, name, party_id from cases_party;
