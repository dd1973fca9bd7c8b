-- What people said a sheet nobody knew is: the next one with the same headings is not asked about again.
create table ledgers_told_kind (
  court_id text not null default current_court() references kernel_court,
  -- The headings as they are compared, sorted; a hash of them, because a sheet may have a hundred.
  shape    text not null,
  kind     text not null,
  primary key (court_id, shape)
);
