-- Which objection (执异) stands against which number, what it asks, and since when: read by the room that may not pay out
-- while an outsider's objection is examined.
create view cases_objecting with (security_invoker = true) as
  select k.court_id, k.linked_number, c.case_number as objection_number, c.cause, c.filed_on, c.closed_on,
         c.closing_reason
  from cases_link k
  join cases_case c on c.court_id = k.court_id and c.case_id = k.case_id
  where k.relation = 'objects-to';
