-- Several rows of one case, told apart by day, person and kind.
create table visits_visit (
  court_id   text not null default current_court() references kernel_court,
  visit_id   uuid not null,
  batch_id   uuid not null,
  ledger_key text not null,
  case_number text not null,
  held_on    date not null,
  person     text not null,
  kind       text not null,
  minutes    integer,
  place      text,
  primary key (court_id, visit_id),
  constraint visits_visit_key unique (court_id, ledger_key)
);
