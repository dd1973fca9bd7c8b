-- Preservation (财产保全): 财产保全规定 (2020), 解释 (2022) arts. 168, 485.
select registers_table('preservation_preserved_asset', $$
  preservation_number text, stage text, asset_kind text, asset text, claim bigint, amount bigint, rank text, authority text,
  starts_on date, ends_on date, guarantee bigint, guarantee_kind text, told_applicant_on date, carried_on date,
  renewed_on date, released_on date, release_reason text
$$);
-- Read when a case changes: what was derived from which preservation case.
create index preservation_preserved_asset_origin on preservation_preserved_asset (court_id, preservation_number);
-- Read by the desk and by the list of what ends soon.
create index preservation_preserved_asset_end on preservation_preserved_asset (court_id, ends_on) where released_on is null;

-- One row per case of first enforcement with what had been secured for it, and how much of what came in that can be at most.
create view preservation_contribution with (security_invoker = true) as
  select c.court_id, c.case_id, c.case_number, c.filed_on, c.closed_on, c.handler_id, c.team_id, c.cause, c.town,
         c.recovered_fen, coalesce(a.secured, 0) as secured_fen,
         least(c.recovered_fen, coalesce(a.secured, 0)) as through_preservation_fen,
         (c.preserved or a.secured is not null) as preserved
  from cases_fact_source c
  left join (select court_id, case_number, sum(coalesce(amount, 0))::bigint as secured
             from preservation_preserved_asset_counted where preservation_number is not null
             group by court_id, case_number) a
    on a.court_id = c.court_id and a.case_number = c.case_number
  where c.type_code = '执';
