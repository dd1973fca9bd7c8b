-- 认领待复核: a sum that claimed itself by the registers of that day and that a register which came later makes doubtful. It
-- waits for a person; the claim stands until somebody keeps it or takes it back.
create table funds_claim_review (
  court_id text not null default current_court() references kernel_court,
  review_id uuid not null,
  claim_id uuid not null,
  reason text not null,
  -- Cases it may belong to as well, the likeliest first.
  others text[] not null,
  found_at timestamptz not null,
  outcome text constraint funds_claim_review_outcome check (outcome in ('kept', 'undone', 'cleared')),
  note text,
  decided_by text,
  decided_at timestamptz,
  primary key (court_id, review_id),
  constraint funds_claim_review_decided check ((outcome is null) = (decided_at is null)),
  foreign key (court_id, claim_id) references funds_claim (court_id, claim_id)
);
-- Read by the work list and by what holds a payout back; one at a time for each claim.
create unique index funds_claim_review_open on funds_claim_review (court_id, claim_id) where outcome is null;
create index funds_claim_review_of_claim on funds_claim_review (court_id, claim_id);
-- Read whenever cases come: what claimed itself and is not paid out.
create index funds_claim_by_itself on funds_claim (court_id, claim_id)
  where manner = 'certain' and undone_at is null and paid_fen < amount_fen;
