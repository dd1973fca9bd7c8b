-- Ledgers as they come in: one batch per file and sheet, what each row became, what the rows that wait say, and what is
-- needed to take a batch back.

create table ledgers_batch (
  court_id    text        not null default current_court() references kernel_court,
  batch_id    uuid        not null,
  file_id     text        not null,
  file_name   text        not null,
  sheet       text        not null,
  kind        text        not null,
  state       text        not null constraint ledgers_batch_state check (state in ('applied', 'undone')),
  period_from date,
  period_to   date,
  -- What the person chose about this sheet: head row, columns, unit, period, corrections by row.
  choices     jsonb       not null,
  -- rowsRead, accepted, setAside, ignored, warnings; created, changed, same, conflicts.
  counts      jsonb       not null,
  -- SHA-256 over the accepted rows as they were read.
  rows_hash   text        not null,
  imported_by text        not null,
  imported_at timestamptz not null,
  undone_at   timestamptz,
  version     integer     not null default 1,
  primary key (court_id, batch_id),
  foreign key (court_id, file_id) references kernel_file
);
-- Read by ledgers.batches, newest first.
create index ledgers_batch_time on ledgers_batch (court_id, imported_at desc, batch_id);

-- Which record a row became. Rows that changed nothing are counted, not kept.
create table ledgers_record (
  court_id text    not null default current_court(),
  batch_id uuid    not null,
  row      integer not null,
  subject  text    not null,
  change   text    not null constraint ledgers_record_change check (change in ('created', 'changed', 'conflict')),
  -- Field by field, before and after, sealed: it may hold personal data.
  diff     text,
  primary key (court_id, batch_id, row),
  foreign key (court_id, batch_id) references ledgers_batch
);
-- Read by undo: which later batch touched the same record.
create index ledgers_record_subject on ledgers_record (court_id, subject);

-- Rows with something to say: set aside, or accepted with a warning. Cells are sealed.
create table ledgers_row (
  court_id text    not null default current_court(),
  batch_id uuid    not null,
  row      integer not null,
  status   text    not null constraint ledgers_row_status check (status in ('set-aside', 'accepted', 'corrected', 'dropped')),
  key      text,
  cells    text    not null,
  problems jsonb   not null,
  primary key (court_id, batch_id, row),
  foreign key (court_id, batch_id) references ledgers_batch
);

-- How rows looked before a batch changed them, whole tables' rows per record, so that undo restores them exactly.
create table ledgers_before (
  court_id   text    not null default current_court(),
  batch_id   uuid    not null,
  position   integer not null,
  table_name text    not null,
  owner_id   uuid    not null,
  image      jsonb   not null,
  primary key (court_id, batch_id, position),
  foreign key (court_id, batch_id) references ledgers_batch
);

-- Headings as people corrected them, so that the next ledger of that kind is read right at once.
create table ledgers_heading (
  court_id text not null default current_court() references kernel_court,
  kind     text not null,
  heading  text not null,
  field    text,
  primary key (court_id, kind, heading)
);
