-- What a ledger of preservation keeps beside its cases, for the room that keeps preserved property, and the case that the
-- property is preserved for. That one may not be on record.
create view cases_preservation with (security_invoker = true) as
  select c.court_id, c.case_id, c.case_number, c.filed_on, c.closed_on, c.closing_reason, c.claim_fen,
         c.details ->> '保全类型'                                as stage,
         c.details ->> '财产种类'                                as asset_kind,
         nullif(c.details ->> '实际保全金额（分）', '')::bigint  as preserved_fen,
         nullif(c.details ->> '保全起始日期', '')::date          as starts_on,
         nullif(c.details ->> '保全届满日期', '')::date          as ends_on,
         nullif(c.details ->> '担保金（分）', '')::bigint        as guarantee_fen,
         (select min(k.linked_number) from cases_link k
          where k.court_id = c.court_id and k.case_id = c.case_id and k.relation = 'preserves-for') as enforcement_number
  from cases_case c
  where c.type_code = '执保';
