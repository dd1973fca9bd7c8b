-- The ground every room stands on: courts, settings, the journal and its chain, idempotent replies, number series,
-- jobs, files, approvals and saved views. Keys lead with court_id, so the same schema distributes by court.

create function current_court() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.court', true), '');

create function current_unit() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.unit', true), '');

create table kernel_court (
  court_id   text        not null primary key constraint kernel_court_id_is_short check (court_id ~ '^\S{1,20}$'),
  name       text        not null,
  created_at timestamptz not null default now()
);

create table kernel_setting (
  court_id text        not null default current_court() references kernel_court,
  key      text        not null,
  value    jsonb       not null,
  set_by   text        not null,
  set_at   timestamptz not null,
  primary key (court_id, key)
);

-- The head of each court's chain. Its row lock is the only place where writers of one court meet.
create table kernel_chain (
  court_id text   not null primary key references kernel_court,
  seq      bigint not null,
  hash     bytea  not null
);

-- `text` is exactly what was hashed; the other columns are read out of it and are checked against it by verification.
create table kernel_journal (
  court_id    text        not null references kernel_court,
  seq         bigint      not null,
  text        text        not null,
  hash        bytea       not null,
  recorded_at timestamptz not null,
  occurred_on date        not null,
  actor_id    text        not null,
  command     text        not null,
  type        text        not null,
  stream      text        not null,
  primary key (court_id, seq)
);
-- Read by audit.journal, newest of one kind first.
create index kernel_journal_type on kernel_journal (court_id, type, seq);
-- Read by audit.journal, one person's acts.
create index kernel_journal_actor on kernel_journal (court_id, actor_id, seq);

-- Which records an entry speaks of.
create table kernel_subject (
  court_id text   not null,
  subject  text   not null,
  seq      bigint not null,
  primary key (court_id, subject, seq),
  foreign key (court_id, seq) references kernel_journal
);

create function journal_is_append_only() returns trigger
  language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger kernel_journal_append_only
  before update or delete or truncate on kernel_journal
  for each statement execute function journal_is_append_only();

-- Appends entries to this court's chain: takes the head, numbers, hashes and stores them, and moves the head.
-- Each entry is {"text": "{…}", "recordedAt", "occurredOn", "actor", "command", "type", "subjects": […]}.
-- Called as the last statement of a transaction, so that the head stays locked only for the commit. Returns the last number.
create function journal_append(entries jsonb) returns bigint
  language plpgsql as $$
declare
  head  kernel_chain;
  entry jsonb;
  body  text;
begin
  select * into head from kernel_chain where court_id = current_court() for update;
  if not found then raise exception 'no chain for court %', current_court(); end if;
  for entry in select value from jsonb_array_elements(entries) loop
    head.seq := head.seq + 1;
    body := '{"seq":' || head.seq || ',"previous":"' || encode(head.hash, 'hex') || '",' || substr(entry ->> 'text', 2);
    head.hash := sha256(convert_to(body, 'UTF8'));
    insert into kernel_journal (court_id, seq, text, hash, recorded_at, occurred_on, actor_id, command, type, stream)
    values (head.court_id, head.seq, body, head.hash, (entry ->> 'recordedAt')::timestamptz,
            (entry ->> 'occurredOn')::date, entry ->> 'actor', entry ->> 'command', entry ->> 'type',
            entry -> 'subjects' ->> 0);
    insert into kernel_subject (court_id, subject, seq)
    select head.court_id, value, head.seq from jsonb_array_elements_text(entry -> 'subjects') group by value;
  end loop;
  update kernel_chain set seq = head.seq, hash = head.hash where court_id = head.court_id;
  return head.seq;
end $$;

-- The head at the end of each day, signed, for deposit outside the court.
create table kernel_chain_seal (
  court_id  text        not null default current_court() references kernel_court,
  day       date        not null,
  seq       bigint      not null,
  hash      bytea       not null,
  signature bytea       not null,
  sealed_at timestamptz not null,
  primary key (court_id, day)
);

-- The first reply to each key: a repeated call gets it again.
create table kernel_idempotency (
  court_id   text        not null default current_court() references kernel_court,
  key        text        not null,
  actor_id   text        not null,
  command    text        not null,
  input_hash text        not null,
  reply      text        not null,
  at         timestamptz not null default now(),
  constraint kernel_idempotency_key primary key (court_id, actor_id, key)
);

-- Gap-free numbers per court, series and year.
create table kernel_number (
  court_id text    not null default current_court() references kernel_court,
  series   text    not null,
  year     integer not null,
  last     integer not null,
  primary key (court_id, series, year)
);

create table kernel_job (
  court_id     text        not null default current_court() references kernel_court,
  job_id       uuid        not null,
  kind         text        not null,
  payload      jsonb       not null,
  run_at       timestamptz not null,
  attempts     integer     not null default 0,
  leased_until timestamptz,
  finished_at  timestamptz,
  last_error   text,
  primary key (court_id, job_id)
);
-- Read by the worker.
create index kernel_job_due on kernel_job (run_at) where finished_at is null;

create table kernel_schedule (
  court_id     text        not null default current_court() references kernel_court,
  kind         text        not null,
  last_run     timestamptz,
  last_outcome text,
  next_run     timestamptz not null,
  primary key (court_id, kind)
);

-- Bytes lie in the file store under their SHA-256, encrypted; this says that they do.
create table kernel_file (
  court_id   text        not null default current_court() references kernel_court,
  file_id    text        not null constraint kernel_file_id_is_sha256 check (file_id ~ '^[0-9a-f]{64}$'),
  bytes      bigint      not null,
  media_type text        not null,
  stored_at  timestamptz not null default now(),
  primary key (court_id, file_id)
);

create table kernel_attachment (
  court_id      text        not null default current_court(),
  attachment_id uuid        not null,
  file_id       text        not null,
  subject       text        not null,
  name          text        not null,
  added_by      text        not null,
  added_at      timestamptz not null default now(),
  primary key (court_id, attachment_id),
  foreign key (court_id, file_id) references kernel_file
);
-- Read by a record's attachments.
create index kernel_attachment_subject on kernel_attachment (court_id, subject);

-- One person proposes, another decides.
create table kernel_approval (
  court_id    text        not null default current_court() references kernel_court,
  approval_id uuid        not null,
  matter      text        not null,
  subject     text        not null,
  proposed_by text        not null,
  proposed_at timestamptz not null,
  proposal    jsonb       not null,
  decided_by  text,
  decided_at  timestamptz,
  decision    text constraint kernel_approval_decision check (decision in ('approved', 'refused', 'withdrawn')),
  reason      text,
  primary key (court_id, approval_id),
  constraint kernel_approval_two_people check (decision <> 'approved' or decided_by <> proposed_by),
  constraint kernel_approval_decided_whole check ((decision is null) = (decided_by is null))
);
-- One open proposal per matter and subject.
create unique index kernel_approval_open on kernel_approval (court_id, matter, subject) where decision is null;

-- Named filters of a list, kept by one person or shared with a team or the court.
create table kernel_view (
  court_id    text  not null default current_court() references kernel_court,
  view_id     uuid  not null,
  query       text  not null,
  name        text  not null,
  shared_with text  not null,
  owner_id    text  not null,
  input       jsonb not null,
  primary key (court_id, view_id)
);
-- Read by views.saved.
create index kernel_view_query on kernel_view (court_id, query);
