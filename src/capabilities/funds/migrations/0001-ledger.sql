-- Double entry inside the court's case-money account (款物管理规定, 法发〔2017〕6号, arts. 2–10). Amounts are whole fen and
-- credit-positive: what the court owes somebody is positive, the bank account that holds it is the negative of all of it.
create table funds_account (
  court_id text not null default current_court() references kernel_court,
  account_id uuid not null,
  kind text not null constraint funds_account_kind check (kind in
    ('bank', 'case', 'fee', 'guarantee', 'auction-deposit', 'fine', 'bounty', 'refundable', 'interest', 'deposited', 'unknown', 'unexplained')),
  bank_account_id uuid,
  case_number text,
  party_id uuid,
  -- Kept by the ledger's own trigger; the bank's is reckoned when asked, so that nobody waits for one row.
  balance_fen bigint not null default 0
    constraint funds_account_covered check (balance_fen >= 0 or kind in ('bank', 'unexplained')),
  primary key (court_id, account_id),
  constraint funds_account_once unique nulls not distinct (court_id, kind, bank_account_id, case_number, party_id),
  constraint funds_account_of_bank check ((kind = 'bank') = (bank_account_id is not null)),
  constraint funds_account_of_case check (kind <> 'case' or case_number is not null),
  foreign key (court_id, party_id) references parties_party (court_id, party_id)
);
-- Read by the money page of a case and by payouts.
create index funds_account_of_case on funds_account (court_id, case_number) where case_number is not null;

create table funds_entry (
  court_id text not null default current_court() references kernel_court,
  entry_id uuid not null,
  kind text not null,
  posted_on date not null,
  -- How many postings it has; one that came in parts would be none.
  postings int not null constraint funds_entry_is_double check (postings >= 2),
  reason text,
  reverses uuid,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (court_id, entry_id),
  constraint funds_entry_reversed_once unique (court_id, reverses),
  foreign key (court_id, reverses) references funds_entry (court_id, entry_id)
);

create table funds_posting (
  court_id text not null default current_court() references kernel_court,
  entry_id uuid not null,
  line int not null,
  account_id uuid not null,
  amount_fen bigint not null constraint funds_posting_moves check (amount_fen <> 0),
  posted_on date not null,
  bank_line_id uuid,
  primary key (court_id, entry_id, line),
  foreign key (court_id, entry_id) references funds_entry (court_id, entry_id),
  foreign key (court_id, account_id) references funds_account (court_id, account_id)
);
-- Read by balances of a day and by the account page.
create index funds_posting_of_account on funds_posting (court_id, account_id, posted_on);
-- Read where a bank line opens what became of it.
create index funds_posting_of_line on funds_posting (court_id, bank_line_id) where bank_line_id is not null;

-- A day that was reconciled and signed; nothing is posted into it any more.
create table funds_closed_day (
  court_id text not null default current_court() references kernel_court,
  day date not null,
  bank_fen bigint not null,
  owed_fen bigint not null,
  explained jsonb not null default '[]',
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (court_id, day)
);

-- Every statement that posts is judged as a whole: balanced entry by entry, whole, into open days, no account below zero.
create function funds_post() returns trigger language plpgsql as $$
declare
  bad uuid;
begin
  select entry_id into bad from fresh group by entry_id having sum(amount_fen) <> 0 limit 1;
  if bad is not null then
    raise exception 'entry % does not balance', bad using errcode = 'check_violation', constraint = 'funds_entry_balances';
  end if;
  select f.entry_id into bad
  from (select court_id, entry_id, count(*) as postings, min(posted_on) as first_on, max(posted_on) as last_on,
               min(line) as first_line, max(line) as last_line
        from fresh group by court_id, entry_id) f
  join funds_entry e on e.court_id = f.court_id and e.entry_id = f.entry_id
  where e.postings <> f.postings or e.posted_on <> f.first_on or e.posted_on <> f.last_on
     -- Lines run from 1 to the number of postings, so that the primary key refuses whatever is added later.
     or f.first_line < 1 or f.last_line > e.postings
  limit 1;
  if bad is not null then
    raise exception 'entry % is not whole', bad using errcode = 'check_violation', constraint = 'funds_entry_whole';
  end if;
  select f.entry_id into bad from fresh f
  join funds_closed_day d on d.court_id = f.court_id and d.day >= f.posted_on limit 1;
  if bad is not null then
    raise exception 'entry % lies in a closed day', bad using errcode = 'check_violation', constraint = 'funds_day_open';
  end if;
  -- In one order, so that two officers never wait for each other.
  perform 1 from funds_account a
  where (a.court_id, a.account_id) in (select distinct court_id, account_id from fresh) and a.kind <> 'bank'
  order by a.account_id for no key update;
  update funds_account a set balance_fen = a.balance_fen + m.moved
  from (select court_id, account_id, sum(amount_fen) as moved from fresh group by court_id, account_id) m
  where a.court_id = m.court_id and a.account_id = m.account_id and a.kind <> 'bank';
  return null;
end $$;
create trigger funds_posting_posts after insert on funds_posting
  referencing new table as fresh for each statement execute function funds_post();

create function funds_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what is posted stays; reverse it instead' using errcode = 'check_violation', constraint = 'funds_is_final';
end $$;
create trigger funds_posting_stays before update or delete on funds_posting
  for each statement execute function funds_is_final();
create trigger funds_posting_is_kept before truncate on funds_posting
  for each statement execute function funds_is_final();
create trigger funds_entry_stays before update or delete on funds_entry
  for each statement execute function funds_is_final();
create trigger funds_entry_is_kept before truncate on funds_entry
  for each statement execute function funds_is_final();
create trigger funds_closed_day_stays before update or delete on funds_closed_day
  for each statement execute function funds_is_final();

-- A balance moves only by a posting.
create function funds_balance_by_posting() returns trigger language plpgsql as $$
begin
  if new.balance_fen <> old.balance_fen and pg_trigger_depth() < 2 then
    raise exception 'a balance moves only by a posting' using errcode = 'check_violation', constraint = 'funds_is_final';
  end if;
  return new;
end $$;
create trigger funds_account_moves before update on funds_account for each row execute function funds_balance_by_posting();
create function funds_opens_empty() returns trigger language plpgsql as $$
begin
  if new.balance_fen <> 0 then
    raise exception 'an account opens with nothing' using errcode = 'check_violation', constraint = 'funds_is_final';
  end if;
  return new;
end $$;
create trigger funds_account_opens before insert on funds_account for each row execute function funds_opens_empty();
