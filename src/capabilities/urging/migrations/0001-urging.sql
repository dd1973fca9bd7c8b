-- Urging before enforcement (执前督促): free choice of the creditor, 民事诉讼法 (2023) art. 250 for the time to apply.
select registers_table('urging_urging_file', $$
  file_number text, started_on date, document text, creditor text, amount bigint, perform_by date, window_ends_on date,
  preservation_notice_on date, duty_notice_on date, urging_notice_on date, method text, outcome text, performed bigint,
  closed_on date
$$);
select registers_table('urging_urging_contact', $$
  file_number text, contacted_on date, contacted_at text, channel text, answered_by text, response text,
  promised_on date, promised bigint, note text
$$);

-- How long a file waits for performance: the court's own choice, fifteen days until it sets another (urging.window-days).
create function urging_window_days() returns int language sql stable as $$
  select coalesce((select value::text::int from kernel_setting
                   where court_id = current_court() and key = 'urging.window-days'), 15)
$$;

-- One row per file with the day on which its window ended: closed, as stated, or so many days after the start.
create view urging_ended with (security_invoker = true) as
  select f.*, coalesce(f.closed_on, f.window_ends_on, f.started_on + urging_window_days()) as ended_on
  from urging_urging_file_counted f;
