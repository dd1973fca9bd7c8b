-- Whose a received sum is: a line, or a part of it, given to a case or to money of another kind. Undone only while nothing
-- of it was paid out.
create table funds_claim (
  court_id text not null default current_court() references kernel_court,
  claim_id uuid not null,
  -- Null for money that never came to the bank: performed directly, taken in kind.
  bank_line_id uuid,
  receipt_number text,
  kind text not null constraint funds_claim_kind check (kind in
    ('case', 'fee', 'guarantee', 'auction-deposit', 'fine', 'bounty', 'refundable', 'interest', 'direct', 'in-kind')),
  case_number text,
  party_id uuid,
  payer text,
  amount_fen bigint not null constraint funds_claim_positive check (amount_fen > 0),
  -- When the money came, and when it was known whose it is.
  arrived_on date not null,
  claimed_on date not null,
  -- Money that was in the pool of unknown money before.
  was_unknown boolean not null default false,
  -- `certain` claimed itself; `confirmed` was suggested and accepted; `by-hand`; `ledger`.
  manner text not null,
  reasons jsonb not null default '[]',
  paid_fen bigint not null default 0 constraint funds_claim_paid check (paid_fen >= 0 and paid_fen <= amount_fen),
  entry_id uuid,
  undone_because text,
  undone_at timestamptz,
  batch_id uuid,
  recorded_by text not null,
  recorded_at timestamptz not null,
  version int not null default 1,
  primary key (court_id, claim_id),
  foreign key (court_id, bank_line_id) references funds_bank_line (court_id, bank_line_id),
  foreign key (court_id, entry_id) references funds_entry (court_id, entry_id),
  foreign key (court_id, party_id) references parties_party (court_id, party_id)
);
create index funds_claim_of_case on funds_claim (court_id, case_number);
create index funds_claim_of_line on funds_claim (court_id, bank_line_id) where bank_line_id is not null;
-- Read by the payout clocks.
create index funds_claim_open on funds_claim (court_id, arrived_on) where undone_at is null and paid_fen < amount_fen;
create unique index funds_claim_receipt on funds_claim (court_id, receipt_number, kind) where receipt_number is not null;
