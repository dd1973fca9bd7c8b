-- What one person has read and put off. What there is to do is never stored: it follows from the records of other rooms.

-- Up to when a person has read the notices.
create table desk_seen (
  court_id text        not null default current_court() references kernel_court,
  staff_id text        not null,
  seen_at  timestamptz not null,
  primary key (court_id, staff_id)
);

-- A row put off (稍后) until a day that is never past its limit. Read by desk.today.
create table desk_later (
  court_id text not null default current_court() references kernel_court,
  staff_id text not null,
  item_id  text not null,
  until_on date not null,
  primary key (court_id, staff_id, item_id)
);
