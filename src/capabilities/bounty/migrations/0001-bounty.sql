-- 财产调查规定 (2020) arts. 21–24; 《执行悬赏实施办法》 of the court. Who gave a tip is not kept in it.
select registers_table('bounty_issue', $$
  number int, published_on date, channels text[], ends_on date, approved_by text, withdrawn_on date
$$);
select registers_table('bounty_posting', $$
  number text, issue int, published_on date, outstanding bigint, rate numeric, controlled boolean, controlled_on date,
  how text, recovered bigint, recovered_on date, fixed bigint, applied_on date, granted_on date, taken_down_on date,
  taken_down text
$$);
select registers_table('bounty_tip', $$
  number text, received_on date, received_at text, kind text, channel text, content text, checked_on date,
  conclusion text, known_since date, recovered bigint, applicant_share bigint, barred text, rewarded_on date,
  reward bigint, net bigint, workings text, paid_on date, paid_by text
$$);
