-- 认领凭证: the slips and letters that show whose a sum is, kept with the claim they speak for.
create table funds_claim_paper (
  court_id text not null default current_court() references kernel_court,
  claim_id uuid not null,
  file_id text not null,
  file_name text not null,
  primary key (court_id, claim_id, file_id),
  foreign key (court_id, claim_id) references funds_claim (court_id, claim_id),
  foreign key (court_id, file_id) references kernel_file (court_id, file_id)
);
