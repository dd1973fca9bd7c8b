-- What was found out about one line of a difference between books and bank (日终差额说明), by whom and when. It holds for that
-- line and that amount: when the amount changes, somebody has to look again.
create table funds_difference_note (
  court_id text not null default current_court() references kernel_court,
  difference text not null,
  amount_fen bigint not null,
  day date not null,
  said text not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (court_id, difference, amount_fen)
);
create trigger funds_difference_note_stays before update or delete on funds_difference_note
  for each statement execute function funds_is_final();
