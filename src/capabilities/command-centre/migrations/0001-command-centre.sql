-- Duty and work orders of the command centre (本院制度); allowances are the court's own settings.
select registers_table('command_centre_shift', $$
  on_day date, shift text, leader text, judge text, desk text, bailiffs text[], driver text, vehicle text,
  recorders text[], standby text[], woman_officer text, police text, handed_over_on date, handed_over_at text,
  taken_over_by text, open_calls int, watches int, in_transit int, note text
$$);
select registers_table('command_centre_work_order', $$
  number text, matter text, requester text, requested_on date, requested_at text, priority text, due_on date,
  due_at text, post text, executor text, content text, accepted_on date, returned_on date, return_reason text,
  suspended_on date, suspended_until date, suspend_reason text, finished_on date, outcome text, report text, score int
$$);
-- Read by the wall and the desks: what is open, soonest due first.
create index command_centre_work_order_due on command_centre_work_order (court_id, due_on) where finished_on is null;

-- Load per judge (人均结案): cases with somebody who handles them. Not broken down by person: nobody is ranked.
create view command_centre_load with (security_invoker = true) as
  select court_id, case_id as entry_id, case_number, type_code, filed_on, closed_on, handler_id as judge_id, team_id
  from cases_fact_source where handler_id is not null;
