-- A file on its way in, from the draft that a person prepares to the batches it became; and what undo needs beyond rows.

create table ledgers_import (
  court_id    text        not null default current_court() references kernel_court,
  import_id   uuid        not null,
  file_id     text        not null,
  file_name   text        not null,
  state       text        not null constraint ledgers_import_state
    check (state in ('draft', 'waiting', 'running', 'done', 'refused', 'dropped')),
  -- What the person decided, by sheet: kind, head row, columns, unit, period.
  choices     jsonb       not null,
  -- Cells the person typed in place of wrong ones, sheet → row → field → text, sealed.
  corrections text,
  -- What came of it: a line per sheet, or what is wrong with the file as a whole.
  outcome     jsonb,
  rows_done   integer     not null default 0,
  rows_total  integer     not null,
  opened_by   text        not null,
  opened_at   timestamptz not null,
  started_by  text,
  started_at  timestamptz,
  finished_at timestamptz,
  last_error  text,
  version     integer     not null default 1,
  primary key (court_id, import_id),
  foreign key (court_id, file_id) references kernel_file
);
-- Read by ledgers.imports, newest first.
create index ledgers_import_time on ledgers_import (court_id, opened_at desc, import_id);

alter table ledgers_batch
  -- 第12批: counted from 1 in each court. 0 was imported before batches were counted.
  add column number    integer not null default 0,
  -- The journal entry of the import; what is built on a batch has a later one.
  add column seq       bigint  not null default 0,
  add column import_id uuid,
  -- The batch whose waiting rows this one took in.
  add column corrects  uuid,
  -- How the sheet was read, so that its waiting rows can be shown and written as a sheet again.
  add column head      jsonb,
  add column columns   jsonb   not null default '[]';
-- Read when the same file comes again.
create index ledgers_batch_file on ledgers_batch (court_id, file_id);

-- The batch that took a corrected row in, and why a row was dropped.
alter table ledgers_row
  add column corrected_by uuid,
  add column reason       text;
-- Read by undo of the batch that took them in.
create index ledgers_row_corrected on ledgers_row (court_id, corrected_by) where corrected_by is not null;

-- Number series that a batch raised: they go back with it, unless numbers were given since.
create table ledgers_number (
  court_id   text    not null default current_court(),
  batch_id   uuid    not null,
  series     text    not null,
  year       integer not null,
  -- Null when the series began with this batch.
  was        integer,
  became     integer not null,
  primary key (court_id, batch_id, series, year),
  foreign key (court_id, batch_id) references ledgers_batch
);
