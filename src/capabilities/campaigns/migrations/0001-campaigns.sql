-- 专项行动: named actions with their frozen list, squads and day reports; 终本清仓: the pool, its crews and what came of it.
select registers_table('campaigns_campaign', $$
  campaign text, kind text, level text, starts_on date, ends_on date, rule text, goals text, frozen_on date,
  closed_on date, bulletin text
$$);
select registers_table('campaigns_campaign_case', $$
  campaign text, joined_on date, squad text, outcome_on date, outcome text, money bigint
$$);
select registers_table('campaigns_squad', $$
  campaign text, squad text, formed_on date, lead text, members text[], area text
$$);
select registers_table('campaigns_day_report', $$
  campaign text, reported_on date, squad text, visits int, summoned int, detained int, settled int, agreed int,
  money bigint, remark text
$$);
select registers_table('campaigns_clearing_case', $$
  terminated_on date, dispute text, applicants text[], debtors text[], township text, unpaid bigint, selected boolean,
  crew text[], cleared boolean, via text, result text, resumed_number text, cleared_on date, money bigint
$$);
select registers_table('campaigns_clearing_visit', $$
  visited_on date, crew text[], present boolean, attitude text, seen text, health text, promise text
$$);

-- Read by K41. Cases of the pool are often older than the register of cases; then the pool itself says where and what.
create view campaigns_clearing_fact with (security_invoker = true) as
  select court_id, entry_id, case_number, terminated_on, selected, cleared, cleared_on, money, handler_id, team_id,
         type_code, coalesce(cause, dispute) as cause, coalesce(town, township) as town
  from campaigns_clearing_case_counted;
