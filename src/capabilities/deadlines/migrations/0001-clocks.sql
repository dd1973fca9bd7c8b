-- Running clocks (期限). A clock is reckoned from the events of a record and never edited; how it stands depends on the
-- day and is not stored. What its end rests on (start, stops) is, so that a changed calendar can reckon it again.
create table deadlines_clock (
  court_id    text     not null default current_court() references kernel_court,
  subject_id  uuid     not null,
  rule_id     text     not null,
  -- The turn of a rule that recurs.
  step        smallint not null,
  case_id     uuid,
  started_by  text     not null,
  started_on  date     not null,
  -- 9999-12-31 while the clock stands still.
  due_on      date     not null,
  due_from    date     not null,
  urgent_from date     not null,
  finished_by text,
  finished_on date,
  -- Pauses and extensions; null when there are none.
  stops       jsonb,
  provisional boolean  not null,
  -- The dated row of law it was reckoned by.
  version     text     not null,
  primary key (court_id, subject_id, rule_id, step),
  constraint deadlines_clock_finished_whole check ((finished_on is null) = (finished_by is null))
);
-- Read by cases.clocks, the sweep and the counts: what runs, soonest due first.
create index deadlines_clock_due on deadlines_clock (court_id, due_on, subject_id, rule_id, step) where finished_on is null;
-- Read by lists of one person's or one team's clocks.
create index deadlines_clock_case on deadlines_clock (court_id, case_id) where finished_on is null;

-- The rules of this version in words, so that a list can name them. Written at every start from the declarations.
create table deadlines_rule (
  court_id text    not null default current_court() references kernel_court,
  rule_id  text    not null,
  title_zh text    not null,
  title_en text    not null,
  whom     text    not null constraint deadlines_rule_whom check (whom in ('handler', 'clerk', 'allocator')),
  sort     integer not null,
  primary key (court_id, rule_id)
);

-- Which overdue clocks the court has been told of, each once. A clock that moves and is missed again is told again.
create table deadlines_notice (
  court_id   text     not null default current_court() references kernel_court,
  subject_id uuid     not null,
  rule_id    text     not null,
  step       smallint not null,
  due_on     date     not null,
  noticed_on date     not null,
  primary key (court_id, subject_id, rule_id, step, due_on)
);

-- Yearly notices on days off that the court imported; those that came with the program are in its law data.
create table deadlines_year (
  court_id    text        not null default current_court() references kernel_court,
  year        integer     not null,
  source      text        not null,
  days        jsonb       not null,
  imported_by text        not null,
  signed_by   text        not null,
  imported_at timestamptz not null,
  primary key (court_id, year),
  constraint deadlines_year_two_people check (imported_by <> signed_by)
);

-- What may be read by the rooms that know whose a case is.
create view deadlines_case_clock with (security_invoker = true) as
  select k.court_id, k.case_id, k.subject_id, k.rule_id, k.step, r.title_zh as title, r.whom, k.started_by, k.started_on,
         k.due_on, k.due_from, k.urgent_from, k.finished_by, k.finished_on, k.stops, k.provisional
  from deadlines_clock k
  left join deadlines_rule r on r.court_id = k.court_id and r.rule_id = k.rule_id;

-- Reckoning and a change of the calendar meet here: whoever reckons holds the lock shared, the change takes it alone.
-- The second statement sees what was committed while the first one waited.
create function deadlines_years_for_reckoning() returns setof deadlines_year
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(current_court(), 731802030));
  return query select * from deadlines_year where court_id = current_court() order by year;
end $$;
