-- Who was told that money came, when and how far it got (资金到账提醒). Staff read it on their desk; a message to a party waits
-- for the court's own gateway and says so.
create table funds_notice (
  court_id text not null default current_court() references kernel_court,
  notice_id uuid not null,
  claim_id uuid not null,
  told text not null constraint funds_notice_told check (told in ('handler', 'clerk', 'applicant')),
  staff_id uuid,
  party_id uuid,
  text text not null,
  state text not null constraint funds_notice_state check (state in ('waiting', 'sent', 'delivered', 'failed', 'read')),
  told_at timestamptz not null,
  state_at timestamptz not null,
  primary key (court_id, notice_id),
  foreign key (court_id, claim_id) references funds_claim (court_id, claim_id),
  foreign key (court_id, party_id) references parties_party (court_id, party_id)
);
-- Read by the desk of one member of staff, newest first.
create index funds_notice_of_staff on funds_notice (court_id, staff_id, told_at) where staff_id is not null;
create index funds_notice_of_claim on funds_notice (court_id, claim_id);
