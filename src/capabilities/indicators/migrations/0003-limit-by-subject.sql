-- The clock of a case is found through the index that leads with its subject.
create or replace view indicators_time_limit with (security_invoker = true) as
  select k.court_id, k.case_id, k.due_on as limit_on,
         case when k.due_on < date '9999-12-31'
           then k.due_on - (k.started_on + case k.rule_id when 'T25.non-litigation' then interval '3 months' else interval '6 months' end)::date
           else 0 end as granted_days,
         coalesce((
           select sum(upper(span) - lower(span)) from unnest((
             select range_agg(daterange(greatest((p ->> 'from')::date, k.started_on + 1), (p ->> 'to')::date))
             from jsonb_array_elements(k.stops -> 'pauses') p
             where (p ->> 'to')::date > greatest((p ->> 'from')::date, k.started_on + 1))) span), 0)::integer as deducted_days,
         k.subject_id
  from deadlines_case_clock k
  where k.rule_id in ('T25', 'T25.non-litigation') and k.step = 1;
