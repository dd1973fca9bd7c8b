-- What journal entries are called. Kept as rows, so that an entry can still be read when the command that made it is gone.
create table audit_word (
  court_id text    not null default current_court() references kernel_court,
  code     text    not null,
  zh       text    not null,
  en       text    not null,
  -- The act showed personal data to whoever gave it.
  reveals  boolean not null,
  primary key (court_id, code)
);

-- Read by audit.journal, one kind of act.
create index audit_journal_command on kernel_journal (court_id, command, seq);
