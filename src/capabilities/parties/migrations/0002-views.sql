-- What other rooms may read of parties. A merged record shows the one it was merged into.
create view parties_named with (security_invoker = true) as
  select p.court_id, p.party_id, coalesce(p.merged_into, p.party_id) as whole_id, p.kind, p.name, p.initials, p.id_masked
  from parties_party p;
