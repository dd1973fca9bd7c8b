-- 查找经过: what was done to find out whose a sum is. A public notice (认领公告) is one of them, with its last day and its text.
create table funds_line_try (
  court_id text not null default current_court() references kernel_court,
  try_id uuid not null,
  bank_line_id uuid not null,
  how text not null constraint funds_line_try_how check (how in ('call', 'bank-query', 'handlers', 'notice', 'other')),
  said text not null,
  next_on date,
  -- Last day on which somebody may come forward.
  until_on date,
  tried_on date not null,
  tried_by text not null,
  tried_at timestamptz not null,
  primary key (court_id, try_id),
  constraint funds_line_try_notice check ((how = 'notice') = (until_on is not null)),
  foreign key (court_id, bank_line_id) references funds_bank_line (court_id, bank_line_id)
);
-- Read by funds.line-tries and by the list of lines.
create index funds_line_try_of_line on funds_line_try (court_id, bank_line_id, tried_at);
