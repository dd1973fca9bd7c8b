-- The kernel's own trial room: claims somebody handles, and what other rooms noted about them.
create table trial_claim (
  court_id    text    not null default current_court() references kernel_court,
  claim_id    uuid    not null,
  number      integer not null,
  title       text    not null,
  amount_fen  bigint  not null,
  filed_on    date    not null,
  handler_id  text    not null,
  team_id     text,
  unit        text,
  closed      boolean not null default false,
  version     integer not null default 1,
  primary key (court_id, claim_id),
  constraint trial_claim_title_once unique (court_id, title),
  constraint trial_claim_amount_positive check (amount_fen > 0)
);
-- Read by trial.claims.
create index trial_claim_amount on trial_claim (court_id, amount_fen, claim_id);

create table trial_note (
  court_id text not null default current_court(),
  claim_id uuid not null,
  note     text not null,
  primary key (court_id, claim_id, note),
  foreign key (court_id, claim_id) references trial_claim
);
