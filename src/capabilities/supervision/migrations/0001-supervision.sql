-- Supervision (监督): complaints under 信访工作条例 (2022) arts. 22, 23, 34–36; instructions and own cases of the leaders.
select registers_table('supervision_complaint', $$
  complaint_number text, received_on date, source text, source_number text, relation text, category text, demand text,
  times text, risk text, leader text, owner text, procedure text, informed_on date, superior_due_on date, extended_on date,
  extended_to date, due_on date, answered_on date, outcome text, basis text, answer text, accepted_on date,
  review_asked_on date
$$);
select registers_table('supervision_instruction', $$
  instruction_number text, instructed_on date, leader text, occasion text, text text, owner text, due_on date,
  reminded_on date, reported_on date, report text, closed_on date, verdict text
$$);
select registers_table('supervision_takeover', $$
  leader text, taken_on date, reason text, plan text, acted_on date, action text, ended_on date, result text
$$);

-- Days to answer a complaint: 信访工作条例 (2022) art. 34, until the court sets fewer (supervision.complaint-days).
create function supervision_complaint_days() returns int language sql stable as $$
  select coalesce((select (value ->> 'answer')::int from kernel_setting
                   where court_id = current_court() and key = 'supervision.complaint-days'), 60)
$$;

-- One row per complaint with the day it was due, as stated or reckoned: an earlier day of the superior wins.
create view supervision_complaint_due with (security_invoker = true) as
  select d.*, (d.answered_on <= d.falls_due_on and d.outcome is not null) as in_time
  from (select c.*, coalesce(c.due_on, c.superior_due_on, c.extended_to,
                             c.received_on + supervision_complaint_days()) as falls_due_on
        from supervision_complaint_counted c) d;
