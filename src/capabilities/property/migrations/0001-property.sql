-- Property of debtors (财产): 解释 (2022) art. 485; 查封规定 (2020) arts. 26, 27; 财产调查规定 (2020).
select registers_table('property_asset', $$
  asset_kind text, asset text, share text, value bigint, found_on date, source text, hindrance text, hindered_on date,
  disposal text, disposed_on date, proceeds bigint
$$);
select registers_table('property_seizure', $$
  asset_kind text, asset text, measure text, ruling text, amount bigint, rank text, place int, authority text,
  starts_on date, ends_on date, renewed_on date, took_effect_on date, released_on date, release_reason text
$$);
-- Read by the desk and by the list of what ends soon.
create index property_seizure_end on property_seizure (court_id, ends_on) where released_on is null;
select registers_table('property_inquiry', $$
  round text, channel text, asset_kind text, inquired_on date, answered_on date, unit text, result text, amount bigint,
  found text, origin text
$$);
