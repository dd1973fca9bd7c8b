-- One register of persons and organisations (当事人). A person is known by an identifier; two of one name are two persons
-- until two people say otherwise. Identifiers and phones are sealed, found by blind index, shown masked.

create table parties_party (
  court_id      text    not null default current_court(),
  party_id      uuid    not null,
  kind          text    not null constraint parties_party_kind check (kind in ('person', 'legal', 'unincorporated', 'unknown')),
  name          text    not null,
  -- Initials of the name's pinyin, lower case: 周某华 is zmh.
  initials      text    not null,
  id_sealed     text,
  id_index      text,
  id_tail_index text,
  -- 511…4021, what lists show.
  id_masked     text,
  merged_into   uuid,
  batch_id      uuid,
  version       integer not null default 1,
  primary key (court_id, party_id),
  foreign key (court_id, merged_into) references parties_party (court_id, party_id),
  constraint parties_party_identifier_whole check ((id_sealed is null) = (id_index is null)),
  constraint parties_party_not_merged_into_itself check (merged_into <> party_id)
);
-- One record per identifier; a merged one keeps its own.
create unique index parties_party_identifier on parties_party (court_id, id_index) where id_index is not null and merged_into is null;
-- Read by search: by name, initials, last four of the identifier.
create index parties_party_name on parties_party (court_id, name);
create index parties_party_initials on parties_party (court_id, initials text_pattern_ops);
create index parties_party_id_tail on parties_party (court_id, id_tail_index) where id_tail_index is not null;
-- Read by undo of a batch.
create index parties_party_batch on parties_party (court_id, batch_id) where batch_id is not null;

create table parties_phone (
  court_id    text not null default current_court(),
  party_id    uuid not null,
  phone_index text not null,
  tail_index  text not null,
  sealed      text not null,
  masked      text not null,
  batch_id    uuid,
  primary key (court_id, party_id, phone_index),
  foreign key (court_id, party_id) references parties_party
);
-- Read by search: last four of a phone.
create index parties_phone_by_tail on parties_phone (court_id, tail_index);
-- Read by undo of a batch.
create index parties_phone_batch on parties_phone (court_id, batch_id) where batch_id is not null;
