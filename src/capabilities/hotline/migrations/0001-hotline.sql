-- 执行110: no national rule (本院制度). Who called is not kept anywhere in it.
select registers_table('hotline_call', $$
  call_number text, called_on date, called_at text, channel text, caller_kind text, report text, dispatch text, unit text,
  minutes int, result text, resolved boolean, answered_by text, police_number text, place text, sort text,
  dispatched_at text, squad text[], arrived_at text, controlled_at text, control text, handed_over_at text,
  closed_on date, money bigint
$$);

-- The debtor was before the court, as the squad said or as the outcome tells.
create view hotline_incident with (security_invoker = true) as
  select c.*, coalesce(c.control = '已控制被执行人' or c.result in ('控制被执行人', '控制被执行人并移交', '拘传', '决定拘留', '送拘'),
                       false) as brought
  from hotline_call_counted c;
-- Read by the wall of the command centre.
create index hotline_call_day on hotline_call (court_id, called_on);
