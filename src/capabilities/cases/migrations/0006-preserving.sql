-- Which case preserves for which number, found by that number through cases_link_number.
create view cases_preserving with (security_invoker = true) as
  select court_id, case_id, linked_number from cases_link where relation = 'preserves-for';
