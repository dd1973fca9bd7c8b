-- 执行工作联席会议: who sits in it, what it resolves, what its units are asked and answer, whom they restrict.
-- 法释〔2017〕7号 art. 8, 10; 解释 (2022) art. 516.
select registers_table('partners_member_unit', $$
  unit text, duty text, liaison text, phone text, joined_on date, left_on date, state text, reply_days int
$$);
select registers_table('partners_joint_meeting', $$
  title text, kind text, met_on date, chair text, agenda text, minutes_on date, minutes_number text, attended text[],
  absent text[]
$$);
select registers_table('partners_resolution', $$
  resolved_on date, meeting text, matter text, unit text, due_on date, done_on date, evidence text
$$);
select registers_table('partners_joint_matter', $$
  batch text, met_on date, kind text, people int, risk text, lead text, resolved boolean, resolved_on date, plan text,
  outcome text
$$);
select registers_table('partners_assistance_request', $$
  number text, stream text, unit text, matter text, sent_on date, due_on date, received_on date, reminded_on date,
  replied_on date, reply text, answer text
$$);
select registers_table('partners_unit_restriction', $$
  basis text, unit text, pushed_on date, read_on date, applied_on date, restriction text, revoked_on date, lifted_on date
$$);

-- Units in force, read by F13: one that has left without a day is in force on none.
create view partners_member_in_force with (security_invoker = true) as
  select * from partners_member_unit_counted where (state = '已退出' and left_on is null) is not true;

-- Resolved cases with their batches, read by F11 and F12. Numbers of batches begin anew each year; a batch is resolved on
-- the day its last case is, and not while one of them is open.
create view partners_joint_matter_resolved with (security_invoker = true) as
  select *, case when bool_and(coalesce(resolved, false)) over batch then max(resolved_on) over batch end as batch_resolved_on,
         extract(year from met_on) || ' ' || batch as batch_key
  from partners_joint_matter_counted
  window batch as (partition by court_id, extract(year from met_on), batch);
