-- 一案一账号: the number under the court's account that belongs to one case, or to one debtor in it. Once given it stays: a
-- payment to it finds its case however late it comes, and no number is given twice.
create table funds_virtual_account (
  court_id text not null default current_court() references kernel_court,
  number text not null constraint funds_virtual_account_digits check (number ~ '^[0-9]{6,32}$'),
  -- What banks print in a column of their own: the digits after the court's prefix.
  tail text not null,
  case_number text not null,
  party_id uuid,
  debtor text,
  bank text not null,
  holder text not null,
  given_on date not null,
  given_by text not null,
  given_at timestamptz not null,
  primary key (court_id, number),
  constraint funds_virtual_account_once unique nulls not distinct (court_id, case_number, party_id),
  foreign key (court_id, party_id) references parties_party (court_id, party_id)
);
-- Read by matching, where the bank prints the tail alone.
create index funds_virtual_account_by_tail on funds_virtual_account (court_id, tail);
create trigger funds_virtual_account_stays before update or delete on funds_virtual_account
  for each statement execute function funds_is_final();
