-- Work reports (工作报告): sentences as written, and each figure as it stood when it was drafted.

create table report_report (
  court_id     text        not null default current_court() references kernel_court,
  report_id    uuid        not null,
  period_from  date        not null,
  period_to    date        not null,
  title        text        not null,
  state        text        not null default 'draft' constraint report_report_state check (state in ('draft', 'final')),
  drafted_by   text        not null,
  drafted_at   timestamptz not null,
  drafted_on   date        not null,
  finalised_by text,
  finalised_at timestamptz,
  version      integer     not null default 1,
  primary key (court_id, report_id),
  constraint report_report_period_in_order check (period_from <= period_to),
  constraint report_report_final_whole check ((state = 'final') = (finalised_at is not null))
);
-- Read by report.list.
create index report_report_drafted on report_report (court_id, drafted_at desc, report_id);
-- One open draft per period.
create unique index report_report_open on report_report (court_id, period_from, period_to) where state = 'draft';

create table report_sentence (
  court_id    text    not null default current_court(),
  report_id   uuid    not null,
  sentence_id text    not null,
  body        text    not null,
  -- A person answers for what no record supports.
  signed_by   text,
  sign_reason text,
  signed_at   timestamptz,
  primary key (court_id, report_id, sentence_id),
  foreign key (court_id, report_id) references report_report,
  constraint report_sentence_signed_whole check ((signed_by is null) = (sign_reason is null))
);

create table report_figure (
  court_id    text  not null default current_court(),
  report_id   uuid  not null,
  figure_id   text  not null,
  -- Null while nothing is on record behind it.
  printed     text,
  ground      text  constraint report_figure_ground check (ground in ('records', 'imported', 'configured')),
  formula     text  not null,
  source      text  not null,
  parts       jsonb not null,
  -- Why the drafted figure stays although it would be another now, or although another was published.
  keep_reason text,
  kept_by     text,
  primary key (court_id, report_id, figure_id),
  foreign key (court_id, report_id) references report_report,
  constraint report_figure_bound_whole check ((printed is null) = (ground is null)),
  constraint report_figure_kept_whole check ((kept_by is null) = (keep_reason is null))
);
