-- Merging by two people, with a way back, and what search of other rooms reads.

-- An identifier names one record, merged or not: a later ledger finds the merged record again, and undo is always open.
drop index parties_party_identifier;
create unique index parties_party_identifier on parties_party (court_id, id_index) where id_index is not null;
-- Read by the whole-court view: everything merged into one record.
create index parties_party_merged on parties_party (court_id, merged_into) where merged_into is not null;

-- How people are found: by name, initials of the name's pinyin, last four of an identifier.
create view parties_findable with (security_invoker = true) as
  select court_id, party_id, coalesce(merged_into, party_id) as whole_id, kind, name, initials, id_tail_index, id_masked
  from parties_party;
-- By the last four of a phone.
create view parties_phone_tail with (security_invoker = true) as
  select court_id, party_id, tail_index, masked from parties_phone;
