-- 执行案件移送破产审查: 解释 (2022) arts. 511–514; 法发〔2017〕2号.
select registers_table('bankruptcy_bankruptcy_transfer', $$
  signs text, consented_on date, consent_by text, reviewed_on date, review text, decided_on date, destination text,
  served_on date, sent_on date, accepted_on date, bankruptcy_number text, result text, handed_over_on date,
  declared_on date, returned_on date, return_reason text
$$);
