-- 民事诉讼法 (2023) arts. 118–119; 解释 (2022) arts. 174–193, 482; 法释〔2015〕17号; 法释〔2017〕7号.
select registers_table('measures_summons', $$
  summoned_on date, arrived_at text, hours int, left_at text, place text, helper text, result text
$$);
select registers_table('measures_fine', $$
  decision_number text, decided_on date, ground text, amount bigint, paid bigint, paid_on date
$$);
select registers_table('measures_detention', $$
  decision_number text, decided_on date, days int, ground text, delivered_on date, fast_lane boolean, helper text,
  not_delivered text, released_on date, release text
$$);
select registers_table('measures_consumption_limit', $$
  target text, limited_on date, lifted_on date, lift_reason text
$$);
select registers_table('measures_dishonest_listing', $$
  listed_on date, ground text, term text, removed_on date, remove_reason text
$$);
select registers_table('measures_exit_ban', $$
  decision_number text, decided_on date, measure text, ends_on date, lifted_on date, lift_reason text
$$);
select registers_table('measures_search', $$
  warrant text, searched_on date, place text, witnesses text[], officers text[], found text
$$);
