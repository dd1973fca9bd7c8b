-- The case register (案件): a row holds identity and the facts of filing and closing; everything else hangs off it.

create table cases_case (
  court_id          text    not null default current_court(),
  case_id           uuid    not null,
  -- （2024）川1123执12号, in canonical form; its parts beside it.
  case_number       text    not null,
  number_year       integer not null,
  type_code         text    not null constraint cases_case_type
    check (type_code in ('执', '执恢', '执保', '执异', '执复', '执监', '执协', '执他')),
  serial            integer not null,
  received_on       date,
  filed_on          date    not null,
  cause             text,
  basis_number      text,
  basis_issuer      text,
  claim_fen         bigint  not null default 0 constraint cases_case_claim_not_negative check (claim_fen >= 0),
  waived_fen        bigint  not null default 0 constraint cases_case_waived_not_negative check (waived_fen >= 0),
  unenforceable_fen bigint  not null default 0 constraint cases_case_unenforceable_not_negative check (unenforceable_fen >= 0),
  recovered_fen     bigint  not null default 0 constraint cases_case_recovered_not_negative check (recovered_fen >= 0),
  last_receipt_on   date,
  track             text    constraint cases_case_track check (track in ('simple', 'complex')),
  track_reason      text,
  handler_id        uuid,
  clerk_id          uuid,
  team_id           uuid,
  town              text,
  livelihood        text,
  flags             text[]  not null default '{}',
  preserved         boolean not null default false,
  closed_on         date,
  manner            text    constraint cases_case_manner check (manner in (
    'performed', 'terminated', 'round-terminated', 'not-enforced', 'rejected', 'withdrawn', 'cancelled', 'transferred', 'other')),
  closing_reason    text,
  remark            text,
  -- Columns of a ledger that no room claims yet, under their own headings.
  details           jsonb   not null default '{}',
  -- Derived from events by the room itself and never set by anyone.
  stage             text    not null default 'filed' constraint cases_case_stage check (stage in (
    'filed', 'assigned', 'notified', 'searching', 'disposing', 'distributing', 'settlement', 'suspended', 'closed', 'archived')),
  last_event_on     date    not null,
  -- Fields a person has typed since the import: a later import may differ from them but not overwrite them.
  typed             text[]  not null default '{}',
  batch_id          uuid,
  version           integer not null default 1,
  primary key (court_id, case_id),
  foreign key (court_id, handler_id) references identity_staff (court_id, staff_id),
  foreign key (court_id, clerk_id) references identity_staff (court_id, staff_id),
  foreign key (court_id, team_id) references identity_team (court_id, team_id),
  constraint cases_case_number_once unique (court_id, case_number),
  constraint cases_case_closed_after_filing check (closed_on >= filed_on),
  constraint cases_case_closed_whole check ((closed_on is null) = (manner is null))
);
-- Read by cases.register: newest first, by handler, by clerk, by team, by stage.
create index cases_case_filed on cases_case (court_id, filed_on desc, case_id);
create index cases_case_handler on cases_case (court_id, handler_id, filed_on desc, case_id);
create index cases_case_clerk on cases_case (court_id, clerk_id, filed_on desc, case_id);
create index cases_case_open on cases_case (court_id, last_event_on, case_id) where closed_on is null;
-- Read by search: a fragment such as 执655, by number and year.
create index cases_case_serial on cases_case (court_id, serial, number_year);
-- Read by undo of a batch.
create index cases_case_batch on cases_case (court_id, batch_id) where batch_id is not null;

create table cases_party (
  court_id text    not null default current_court(),
  case_id  uuid    not null,
  role     text    not null constraint cases_party_role check (role in ('applicant', 'debtor', 'objector', 'third-party')),
  position integer not null,
  party_id uuid    not null,
  -- As the document writes them; the register may hold another spelling.
  name     text    not null,
  kind     text    not null default '',
  -- The phone given in this case, if one was.
  phone_index text,
  batch_id uuid,
  primary key (court_id, case_id, role, position),
  foreign key (court_id, case_id) references cases_case,
  foreign key (court_id, party_id) references parties_party,
  foreign key (court_id, party_id, phone_index) references parties_phone (court_id, party_id, phone_index)
);
-- Read by undo of a batch.
create index cases_party_batch on cases_party (court_id, batch_id) where batch_id is not null;
-- Read by the whole-court view of one party.
create index cases_party_party on cases_party (court_id, party_id);

create table cases_event (
  court_id    text        not null default current_court(),
  event_id    uuid        not null,
  case_id     uuid        not null,
  kind        text        not null,
  occurred_on date        not null,
  note        text,
  recorded_by text        not null,
  recorded_at timestamptz not null,
  batch_id    uuid,
  primary key (court_id, event_id),
  foreign key (court_id, case_id) references cases_case
);
-- Read by undo of a batch.
create index cases_event_batch on cases_event (court_id, batch_id) where batch_id is not null;
-- Read by the timeline and by whatever asks when something happened in a case.
create index cases_event_case on cases_event (court_id, case_id, kind, occurred_on);

create table cases_claim_item (
  court_id   text    not null default current_court(),
  item_id    uuid    not null,
  case_id    uuid    not null,
  kind       text    not null constraint cases_claim_item_kind check (kind in ('principal', 'interest', 'penalty', 'costs', 'act', 'other')),
  amount_fen bigint  not null constraint cases_claim_item_not_negative check (amount_fen >= 0),
  -- The sentence of the judgment this item comes from.
  quoted     text    not null,
  position   integer not null,
  batch_id   uuid,
  primary key (court_id, item_id),
  foreign key (court_id, case_id) references cases_case
);
-- Read by the cockpit.
create index cases_claim_item_case on cases_claim_item (court_id, case_id, position);

-- One obligation, many case numbers. The other number may not be on record yet.
create table cases_link (
  court_id      text not null default current_court(),
  case_id       uuid not null,
  linked_number text not null,
  relation      text not null constraint cases_link_relation check (relation in ('resumes', 'objects-to', 'preserves-for', 'related')),
  batch_id      uuid,
  primary key (court_id, case_id, linked_number),
  foreign key (court_id, case_id) references cases_case
);
-- Read by the timeline: who points at this number.
create index cases_link_number on cases_link (court_id, linked_number);
