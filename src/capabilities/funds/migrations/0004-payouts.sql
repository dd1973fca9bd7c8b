-- Where money goes: to whom, decided by whom, and what the bank said.
create table funds_payee_account (
  court_id text not null default current_court() references kernel_court,
  payee_account_id uuid not null,
  party_id uuid,
  holder text not null,
  bank text not null,
  number_sealed text not null,
  number_index text not null,
  number_masked text not null,
  -- When two people confirmed it and from when it may be used (冷静期).
  confirmed_at timestamptz,
  usable_from timestamptz,
  call_back_note text,
  replaced_by uuid,
  proposed_by text not null,
  proposed_at timestamptz not null,
  primary key (court_id, payee_account_id),
  foreign key (court_id, party_id) references parties_party (court_id, party_id)
);
create index funds_payee_account_of_party on funds_payee_account (court_id, party_id);

create table funds_payout (
  court_id text not null default current_court() references kernel_court,
  payout_id uuid not null,
  payout_number text,
  kind text not null constraint funds_payout_kind check (kind in
    ('case', 'fee', 'guarantee', 'auction-deposit', 'fine', 'bounty', 'refund', 'treasury')),
  case_number text,
  payee text not null,
  payee_party_id uuid,
  payee_account_id uuid,
  amount_fen bigint not null constraint funds_payout_positive check (amount_fen > 0),
  state text not null constraint funds_payout_state check (state in
    ('proposed', 'checked', 'approved', 'refused', 'ordered', 'paid', 'bounced', 'cancelled')),
  purpose text,
  proposed_by text not null,
  proposed_at timestamptz not null,
  checked_by text,
  approved_by text,
  second_approved_by text,
  ordered_by text,
  ordered_in uuid,
  paid_on date,
  paid_line_id uuid,
  bounced_on date,
  entry_id uuid,
  batch_id uuid,
  version int not null default 1,
  primary key (court_id, payout_id),
  -- Nobody stands twice in one chain.
  constraint funds_payout_four_eyes check (
    (checked_by is null or checked_by <> proposed_by)
    and (approved_by is null or (approved_by <> proposed_by and approved_by is distinct from checked_by))
    and (second_approved_by is null or (second_approved_by <> proposed_by and second_approved_by <> approved_by))
    and (ordered_by is null or (ordered_by <> proposed_by and ordered_by is distinct from approved_by))),
  foreign key (court_id, payee_account_id) references funds_payee_account (court_id, payee_account_id),
  foreign key (court_id, payee_party_id) references parties_party (court_id, party_id),
  foreign key (court_id, paid_line_id) references funds_bank_line (court_id, bank_line_id),
  foreign key (court_id, entry_id) references funds_entry (court_id, entry_id)
);
create index funds_payout_of_case on funds_payout (court_id, case_number);
create index funds_payout_open on funds_payout (court_id, state) where state in ('proposed', 'checked', 'approved', 'ordered', 'bounced');
create unique index funds_payout_named on funds_payout (court_id, payout_number) where payout_number is not null;

-- Which received sums a payout pays: the clocks run by them.
create table funds_payout_part (
  court_id text not null default current_court() references kernel_court,
  payout_id uuid not null,
  claim_id uuid not null,
  amount_fen bigint not null constraint funds_payout_part_positive check (amount_fen > 0),
  primary key (court_id, payout_id, claim_id),
  foreign key (court_id, payout_id) references funds_payout (court_id, payout_id),
  foreign key (court_id, claim_id) references funds_claim (court_id, claim_id)
);
create index funds_payout_part_of_claim on funds_payout_part (court_id, claim_id);

-- 延缓发放: why a sum may wait, until when, and who allowed it. It stays on the overdue list.
create table funds_deferral (
  court_id text not null default current_court() references kernel_court,
  deferral_id uuid not null,
  claim_id uuid not null,
  reason text not null,
  until_on date,
  approved_by text,
  ended_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  batch_id uuid,
  primary key (court_id, deferral_id),
  constraint funds_deferral_four_eyes check (approved_by is null or approved_by <> recorded_by),
  foreign key (court_id, claim_id) references funds_claim (court_id, claim_id)
);
create index funds_deferral_of_claim on funds_deferral (court_id, claim_id);
