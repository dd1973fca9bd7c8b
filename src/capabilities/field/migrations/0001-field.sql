-- 网格员和行政机关协助执行: tasks that go out, items that come back.
select registers_table('field_feedback', $$
  number text, fed_back_on date, source text, unit text, reporter text, category text, content text, verdict text,
  checked_on date, reason text, effect_on date, effect text, money bigint, task_number text
$$);
select registers_table('field_grid_task', $$
  number text, sent_on date, kind text, toward text, unit text, grid text, worker text, questions text, urgent boolean,
  due_on date, answered_on date, outcome text
$$);

-- What K39 counts, tasks and items side by side. `place` is where the page of a record lies.
create view field_fact with (security_invoker = true) as
  select court_id, 'item' as kind, 'feedbacks?open=' || entry_id as place, case_number, unit, fed_back_on as happened_on,
         verdict, effect, effect_on, case_id, type_code, handler_id, team_id, cause, town
  from field_feedback_counted
  union all
  select court_id, 'task', 'grid-tasks?open=' || entry_id, case_number, unit, sent_on,
         null, null, answered_on, case_id, type_code, handler_id, team_id, cause, town
  from field_grid_task_counted;
