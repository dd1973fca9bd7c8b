-- Read by the indicators: every measure in one shape, with the address of its entry. What counts as begun, delivered and
-- ended differs by measure and is said here once.
create view measures_fact with (security_invoker = true) as
  select court_id, 'summonses?open=' || entry_id as link, 'summons' as what, case_number, person, person_key,
         summoned_on as began_on, null::date as delivered_on, null::date as ended_on, null::bigint as amount,
         null::bigint as paid, null::date as paid_on, type_code, handler_id, team_id, cause, town
  from measures_summons_counted
  union all
  select court_id, 'fines?open=' || entry_id, 'fine', case_number, person, person_key, decided_on, null, null, amount, paid,
         paid_on, type_code, handler_id, team_id, cause, town
  from measures_fine_counted
  union all
  select court_id, 'detentions?open=' || entry_id, 'detention', case_number, person, person_key, decided_on, delivered_on,
         released_on, null, null, null, type_code, handler_id, team_id, cause, town
  from measures_detention_counted
  union all
  select court_id, 'consumption-limits?open=' || entry_id, 'consumption-limit', case_number, person, person_key, limited_on, null,
         lifted_on, null, null, null, type_code, handler_id, team_id, cause, town
  from measures_consumption_limit_counted
  union all
  select court_id, 'dishonest-listings?open=' || entry_id, 'dishonest-listing', case_number, person, person_key, listed_on, null,
         removed_on, null, null, null, type_code, handler_id, team_id, cause, town
  from measures_dishonest_listing_counted;
