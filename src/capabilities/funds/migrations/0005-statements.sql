-- What a statement tells beyond the line itself, and what an unknown layout was said to mean.
-- Money that left: what of it no payout, return or correction on record explains yet.
alter table funds_bank_line
  add unexplained_fen bigint not null default 0
    constraint funds_bank_line_explained check (unexplained_fen >= 0 and unexplained_fen <= greatest(-amount_fen, 0)),
  -- The number under the court's account that the payer used: one case, one number (一案一账号).
  add sub_account text;
-- Read by day-ends: money out that waits for its payout.
create index funds_bank_line_unexplained on funds_bank_line (court_id, happened_on) where unexplained_fen > 0;

-- An unknown layout is taught once: which heading is which field, per bank account and row of headings.
create table funds_statement_layout (
  court_id text not null default current_court() references kernel_court,
  bank_account_id uuid not null,
  headings text not null,
  fields jsonb not null,
  taught_by text not null,
  taught_at timestamptz not null,
  primary key (court_id, bank_account_id, headings),
  foreign key (court_id, bank_account_id) references funds_bank_account (court_id, bank_account_id)
);
