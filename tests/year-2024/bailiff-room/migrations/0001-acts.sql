-- A small room of the tests: what bailiffs did, one row for each person and act.
create table bailiff_act (
  court_id     text   not null default current_court() references kernel_court,
  act_id       uuid   not null,
  kind         text   not null,
  case_number  text   not null,
  person       text   not null,
  decided_on   date   not null,
  delivered_on date,
  ended_on     date,
  amount_fen   bigint not null default 0,
  -- Columns that a scan may want to name itself.
  type_key     text   generated always as (kind) stored,
  handler_key  text,
  primary key (court_id, act_id)
);
-- Read by bailiff.acts.
create index bailiff_act_decided on bailiff_act (court_id, decided_on, act_id);
