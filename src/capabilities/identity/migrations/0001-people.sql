-- People of the court and its partners, the posts they hold, the rights that posts carry, and their sessions.

create table identity_staff (
  court_id              text    not null default current_court() references kernel_court,
  staff_id              uuid    not null,
  name                  text    not null constraint identity_staff_name_is_short check (length(name) between 1 and 50),
  -- The partner unit this person works for; null inside the court.
  unit_id               text,
  -- Unknown for somebody whom an import named.
  active_from           date,
  active_until          date,
  login_name            text,
  password_phc          text,
  password_set_at       timestamptz,
  -- Made by an administrator; good for one thing only, to set one's own.
  password_is_temporary boolean not null default false,
  totp_secret           text,
  totp_confirmed_at     timestamptz,
  totp_pending          text,
  -- The last code that was used; it and older ones are refused.
  totp_last_step        bigint,
  -- The import that named this person; null for people of the register.
  proposed_by           text,
  last_sign_in_at       timestamptz,
  last_sign_in_from     text,
  version               integer not null default 1,
  primary key (court_id, staff_id),
  constraint identity_staff_days_in_order check (active_until >= active_from),
  constraint identity_staff_login_has_password check ((login_name is null) = (password_phc is null)),
  constraint identity_staff_factor_whole check ((totp_secret is null) = (totp_confirmed_at is null)),
  constraint identity_staff_proposed_has_no_login check (proposed_by is null or login_name is null)
);
-- Read by sign-in; two people never share a login name.
create unique index identity_staff_login on identity_staff (court_id, login_name);
-- Read by staffByName; an import proposes each name once.
create unique index identity_staff_proposed on identity_staff (court_id, name) where proposed_by is not null;
create index identity_staff_by_name on identity_staff (court_id, name);

create table identity_role (
  court_id      text    not null default current_court() references kernel_court,
  role_id       text    not null constraint identity_role_id_is_kebab check (role_id ~ '^[a-z][a-z0-9-]{1,39}$'),
  title_zh      text    not null,
  title_en      text    not null,
  kind          text    not null constraint identity_role_kind check (kind in ('business', 'system', 'security', 'audit', 'everyone')),
  -- Its rights rest until the session has shown a second factor.
  second_factor boolean not null,
  sort          integer not null,
  primary key (court_id, role_id)
);

create table identity_role_grant (
  court_id   text    not null default current_court(),
  role_id    text    not null,
  permission text    not null,
  scope      text    not null constraint identity_role_grant_scope check (scope in ('court', 'team', 'own', 'unit', 'self')),
  -- Shipped grants follow the version; the court's own additions and withdrawals stay.
  origin     text    not null constraint identity_role_grant_origin check (origin in ('shipped', 'court')),
  withdrawn  boolean not null default false,
  primary key (court_id, role_id, permission, scope),
  foreign key (court_id, role_id) references identity_role
);

create table identity_post (
  court_id text    not null default current_court(),
  post_id  text    not null constraint identity_post_id_is_short check (post_id ~ '^[A-Za-z0-9-]{1,40}$'),
  title    text    not null,
  zone     text    constraint identity_post_zone check (zone in ('A', 'B', 'C')),
  role_id  text    not null,
  duties   text    not null,
  sort     integer not null,
  primary key (court_id, post_id),
  foreign key (court_id, role_id) references identity_role
);

-- Pairs of posts that one person may not hold at the same time.
create table identity_post_clash (
  court_id text not null default current_court(),
  post_id  text not null,
  other_id text not null,
  primary key (court_id, post_id, other_id),
  foreign key (court_id, post_id) references identity_post,
  foreign key (court_id, other_id) references identity_post,
  constraint identity_post_clash_ordered check (post_id < other_id)
);

create table identity_holding (
  court_id      text    not null default current_court(),
  holding_id    uuid    not null,
  staff_id      uuid    not null,
  post_id       text    not null,
  from_on       date    not null,
  until_on      date,
  -- Whose post is held for a time, and the paper that says so.
  in_place_of   uuid,
  warrant       text,
  version       integer not null default 1,
  primary key (court_id, holding_id),
  foreign key (court_id, staff_id) references identity_staff,
  foreign key (court_id, post_id) references identity_post,
  foreign key (court_id, in_place_of) references identity_staff (court_id, staff_id),
  -- The day before the first: given by mistake and taken back, it was never in force.
  constraint identity_holding_days_in_order check (until_on >= from_on - 1),
  constraint identity_holding_delegation_whole check ((in_place_of is null) = (warrant is null)),
  constraint identity_holding_not_for_oneself check (in_place_of <> staff_id)
);
-- Read by the door and by identity.posts.
create index identity_holding_staff on identity_holding (court_id, staff_id, from_on);
create index identity_holding_post on identity_holding (court_id, post_id, from_on);

create table identity_team (
  court_id text not null default current_court() references kernel_court,
  team_id  uuid not null,
  name     text not null,
  version  integer not null default 1,
  primary key (court_id, team_id),
  constraint identity_team_name unique (court_id, name)
);

create table identity_team_member (
  court_id  text not null default current_court(),
  team_id   uuid not null,
  staff_id  uuid not null,
  from_on   date not null,
  until_on  date,
  primary key (court_id, team_id, staff_id, from_on),
  foreign key (court_id, team_id) references identity_team,
  foreign key (court_id, staff_id) references identity_staff,
  constraint identity_team_member_days_in_order check (until_on >= from_on)
);
-- Read by the door and teamsOf.
create index identity_team_member_staff on identity_team_member (court_id, staff_id);

create table identity_session (
  court_id      text        not null default current_court(),
  session_id    uuid        not null,
  token_hash    text        not null,
  staff_id      uuid        not null,
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  proved_at     timestamptz not null,
  second_factor boolean     not null,
  place         text,
  agent         text,
  ended_at      timestamptz,
  version       integer     not null default 1,
  primary key (court_id, session_id),
  foreign key (court_id, staff_id) references identity_staff
);
-- Read by the door at every request.
create unique index identity_session_token on identity_session (court_id, token_hash);
-- Read by identity.sessions.
create index identity_session_staff on identity_session (court_id, staff_id, created_at);

-- Wrong passwords in a row, by blind index of the name typed: a name that nobody has is counted like any other.
create table identity_attempt (
  court_id     text        not null default current_court() references kernel_court,
  login_index  text        not null,
  -- Whose name it is, when somebody has it; shown to administrators, never to the visitor.
  staff_id     uuid,
  failed       integer     not null,
  last_at      timestamptz not null,
  locked_until timestamptz,
  primary key (court_id, login_index)
);
