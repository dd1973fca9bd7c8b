-- The court's own ledger of case money (执行案款台账, 不明款登记) as it was kept before: each row once, and what of it is
-- on record as claims and payouts. What comes first, ledger or statement, waits for the other.
create table funds_receipt (
  court_id text not null default current_court() references kernel_court,
  receipt_id uuid not null,
  receipt_number text not null,
  arrived_on date,
  case_number text,
  handler text,
  payer text,
  channel text,
  gross_fen bigint,
  amount_fen bigint,
  fee_fen bigint,
  refund_fen bigint,
  serial text,
  claimed_on date,
  paid_on date,
  paid_fen bigint,
  payees text[] not null default '{}',
  pay_serials text[] not null default '{}',
  deferral text,
  remark text,
  -- `waiting` for a statement or a person, `settled` when all it says is on record.
  state text not null default 'waiting' constraint funds_receipt_state check (state in ('waiting', 'settled')),
  waits_for text,
  extra jsonb not null default '{}',
  batch_id uuid,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (court_id, receipt_id),
  constraint funds_receipt_once unique (court_id, receipt_number)
);
-- Read whenever a statement or a ledger has come.
create index funds_receipt_waiting on funds_receipt (court_id, receipt_number) where state = 'waiting';

create table funds_unknown_item (
  court_id text not null default current_court() references kernel_court,
  item_id uuid not null,
  serial text not null,
  arrived_on date,
  amount_fen bigint,
  payer text,
  memo text,
  state text,
  extra jsonb not null default '{}',
  batch_id uuid,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (court_id, item_id),
  constraint funds_unknown_item_once unique (court_id, serial)
);

-- A claim that a ledger row states rests on that row: its batch is not taken back under it.
alter table funds_claim
  add column receipt_id uuid,
  add constraint funds_claim_of_receipt foreign key (court_id, receipt_id) references funds_receipt (court_id, receipt_id);
create index funds_claim_by_receipt on funds_claim (court_id, receipt_id) where receipt_id is not null;

-- `chain`: proposed, checked, approved and ordered here. `ledger`: stated by the court's ledger of an earlier time.
-- `statement`: the bank's line and the money it came from say it themselves, such as a deposit returned to who paid it.
alter table funds_payout
  add column manner text not null default 'chain' constraint funds_payout_manner check (manner in ('chain', 'ledger', 'statement'));

-- A line out is explained by the payouts that name it, and never by more than it holds.
create function funds_payout_explains() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.paid_line_id is not distinct from new.paid_line_id then
    return null;
  end if;
  if tg_op = 'UPDATE' and old.paid_line_id is not null then
    update funds_bank_line set unexplained_fen = unexplained_fen + old.amount_fen
    where court_id = old.court_id and bank_line_id = old.paid_line_id;
  end if;
  if new.paid_line_id is not null then
    update funds_bank_line set unexplained_fen = unexplained_fen - new.amount_fen
    where court_id = new.court_id and bank_line_id = new.paid_line_id;
  end if;
  return null;
end $$;
create trigger funds_payout_explains_line after insert or update of paid_line_id on funds_payout
  for each row execute function funds_payout_explains();
