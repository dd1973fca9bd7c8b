-- Which batch brought a party, for rows of other rooms that follow from records and must go when it goes.
create view parties_origin with (security_invoker = true) as select court_id, party_id, batch_id from parties_party;
