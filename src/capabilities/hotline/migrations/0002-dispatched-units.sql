-- 出警单: each unit sent to a call, with its own times. The call keeps the sum of it, which F15 and K38 count.
select registers_table('hotline_dispatched_unit', $$
  call_number text, unit text, force text, squad text[], sent_on date, sent_at text, left_at text, arrived_at text,
  minutes int, finding text, back_at text
$$);
-- Read when a unit is sent and beside a call.
create index hotline_dispatched_unit_call on hotline_dispatched_unit (court_id, call_number);
