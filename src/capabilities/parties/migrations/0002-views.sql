-- What other rooms may read of parties. A merged record shows the one it was merged into.
create view parties_named with (security_invoker = true) as
  select p.court_id, p.party_id, coalesce(p.merged_into, p.party_id) as whole_id, p.kind, p.name, p.initials, p.id_masked
  from parties_party p;

-- Sealed identifiers and phones, for the room that compares a ledger with the register.
create view parties_sealed with (security_invoker = true) as select court_id, party_id, id_sealed from parties_party;
create view parties_phone_sealed with (security_invoker = true) as
  select court_id, party_id, phone_index, sealed from parties_phone;
