-- What the clock of a case's time limit says: its day, what deductions and extensions added to it, the days deducted.
alter table indicators_case_fact
  add column limit_on      date,
  add column granted_days  integer not null default 0,
  add column deducted_days integer not null default 0;

-- The time limit of a case (审限) as reckoned by its clock; the base is what the law gives without any extension.
create view indicators_time_limit with (security_invoker = true) as
  select k.court_id, k.case_id, k.due_on as limit_on,
         case when k.due_on < date '9999-12-31'
           then k.due_on - (k.started_on + case k.rule_id when 'T25.non-litigation' then interval '3 months' else interval '6 months' end)::date
           else 0 end as granted_days,
         coalesce((
           select sum(upper(span) - lower(span)) from unnest((
             select range_agg(daterange(greatest((p ->> 'from')::date, k.started_on + 1), (p ->> 'to')::date))
             from jsonb_array_elements(k.stops -> 'pauses') p
             where (p ->> 'to')::date > greatest((p ->> 'from')::date, k.started_on + 1))) span), 0)::integer as deducted_days
  from deadlines_case_clock k
  where k.rule_id in ('T25', 'T25.non-litigation') and k.step = 1;

update indicators_case_fact f
set limit_on = l.limit_on, granted_days = greatest(l.granted_days, 0), deducted_days = l.deducted_days
from indicators_time_limit l where l.court_id = f.court_id and l.case_id = f.case_id;
