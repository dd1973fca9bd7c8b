-- The court's accounts at banks, their statements, and every line of them once.
create table funds_bank_account (
  court_id text not null default current_court() references kernel_court,
  bank_account_id uuid not null,
  bank text not null,
  title text not null,
  number_masked text not null,
  number_index text not null,
  -- What it held before the first line on record.
  opened_on date,
  opening_fen bigint not null default 0,
  primary key (court_id, bank_account_id),
  unique (court_id, number_index)
);

create table funds_statement (
  court_id text not null default current_court() references kernel_court,
  statement_id uuid not null,
  bank_account_id uuid not null,
  file_id text,
  file_name text not null,
  format text not null,
  from_on date,
  to_on date,
  closing_fen bigint,
  lines_read int not null,
  lines_new int not null,
  imported_by text not null,
  imported_at timestamptz not null,
  primary key (court_id, statement_id),
  foreign key (court_id, bank_account_id) references funds_bank_account (court_id, bank_account_id)
);

create table funds_bank_line (
  court_id text not null default current_court() references kernel_court,
  bank_line_id uuid not null,
  bank_account_id uuid not null,
  -- The bank's own number, or what tells the line from all others where it has none.
  serial text not null,
  happened_on date not null,
  happened_at text,
  -- Money in is positive.
  amount_fen bigint not null constraint funds_bank_line_moves check (amount_fen <> 0),
  balance_fen bigint,
  peer_name text,
  peer_account_masked text,
  peer_account_index text,
  summary text,
  memo text,
  -- Of money in: what nobody has claimed yet.
  unclaimed_fen bigint not null constraint funds_bank_line_claimed check (unclaimed_fen >= 0 and unclaimed_fen <= abs(amount_fen)),
  statement_id uuid not null,
  statement_row int not null,
  primary key (court_id, bank_line_id),
  constraint funds_bank_line_once unique (court_id, bank_account_id, serial),
  foreign key (court_id, bank_account_id) references funds_bank_account (court_id, bank_account_id),
  foreign key (court_id, statement_id) references funds_statement (court_id, statement_id)
);
-- Read by the pool of unknown money, oldest first.
create index funds_bank_line_unclaimed on funds_bank_line (court_id, happened_on) where unclaimed_fen > 0;
-- Read by matching: what this payer paid before, and day-ends.
create index funds_bank_line_of_peer on funds_bank_line (court_id, peer_account_index) where peer_account_index is not null;
create index funds_bank_line_of_day on funds_bank_line (court_id, bank_account_id, happened_on);
alter table funds_posting add constraint funds_posting_of_line
  foreign key (court_id, bank_line_id) references funds_bank_line (court_id, bank_line_id);
alter table funds_account add constraint funds_account_of_bank_account
  foreign key (court_id, bank_account_id) references funds_bank_account (court_id, bank_account_id);
