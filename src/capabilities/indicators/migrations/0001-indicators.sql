-- Indicators (指标): one narrow row per case to count from, what other bodies published, and what this court published.

-- A projection of the case register: facts only, no personal data. Kept by this room in the transaction of each change.
create table indicators_case_fact (
  court_id            text    not null default current_court() references kernel_court,
  case_id             uuid    not null,
  case_number         text    not null,
  type_code           text    not null,
  filed_on            date    not null,
  closed_on           date,
  received_on         date,
  handler_id          uuid,
  clerk_id            uuid,
  team_id             uuid,
  -- The team, or while a case has none, the track that is worked by a team of its own: simple or complex.
  team_key            text,
  manner              text,
  -- What the manner of closing counts as.
  real                boolean not null,
  full_performance    boolean not null,
  outside_base        boolean not null,
  claim_fen           bigint  not null,
  waived_fen          bigint  not null,
  unenforceable_fen   bigint  not null,
  recovered_fen       bigint  not null,
  last_receipt_on     date,
  notice_on           date,
  report_order_on     date,
  inquiry_on          date,
  restricted_on       date,
  listed_on           date,
  round_terminated_on date,
  -- Of a case whose round was terminated: the day it was first taken up again. Of a resumed one: the number it takes up.
  resumed_on          date,
  resumes_number      text,
  preserved           boolean not null,
  track               text,
  cause               text,
  town                text,
  livelihood          text,
  closing_reason      text,
  primary key (court_id, case_id)
);
-- Read by the refresh: the case that a resumed one takes up.
create index indicators_case_fact_number on indicators_case_fact (court_id, case_number);

-- What others published about one place: the superior court's table, a bulletin. Never mixed with the court's own figures.
create table indicators_benchmark (
  court_id     text        not null default current_court() references kernel_court,
  benchmark_id uuid        not null,
  -- The court or the average the values speak of, as printed: 全市平均 is not a court.
  place        text        not null,
  place_kind   text        not null constraint indicators_benchmark_place check (place_kind in ('court', 'city-mean', 'province-mean')),
  -- Decimal digits under the heading they stood under: 结案率, 综合得分, 全市排名, 实际送拘人数.
  figures      jsonb       not null,
  -- Null when the table does not say; then nothing is compared with it.
  period_from  date,
  period_to    date,
  publisher    text        not null,
  published_on date,
  source       text        not null,
  batch_id     uuid,
  imported_by  text        not null,
  imported_at  timestamptz not null,
  primary key (court_id, benchmark_id),
  constraint indicators_benchmark_period_in_order check (period_from <= period_to),
  constraint indicators_benchmark_period_whole check ((period_from is null) = (period_to is null)),
  constraint indicators_benchmark_once unique nulls not distinct (court_id, period_from, period_to, place)
);
-- Read by undo of a batch.
create index indicators_benchmark_batch on indicators_benchmark (court_id, batch_id) where batch_id is not null;

-- What the court first published for a period. Later corrections show beside it and never change it.
create table indicators_run (
  court_id    text        not null default current_court() references kernel_court,
  run_id      uuid        not null,
  period_from date        not null,
  period_to   date        not null,
  as_of       date        not null,
  frozen_by   text        not null,
  frozen_at   timestamptz not null,
  primary key (court_id, run_id),
  constraint indicators_run_period_in_order check (period_from <= period_to),
  constraint indicators_run_once unique (court_id, period_from, period_to)
);

create table indicators_run_value (
  court_id     text    not null default current_court(),
  run_id       uuid    not null,
  indicator_id text    not null,
  variant      text    not null,
  -- The version of the definition that made it, so that the figure can be rebuilt for ever.
  version      integer not null,
  numerator    bigint  not null,
  denominator  bigint,
  printed      text    not null,
  primary key (court_id, run_id, indicator_id, variant),
  foreign key (court_id, run_id) references indicators_run
);
