-- 刑法 art. 313; 法释〔2024〕13号. One entry per person; cases and persons are counted apart.
select registers_table('crime_refusal_file', $$
  clue_on date, transferred_on date, police_filed_on date, review_sent_on date, prosecuted_on date, judged_on date,
  criminal_number text, sentence text, performed text, ground text, sanctioned_on date, declined_on date,
  decline_reason text, supervision_on date, complained_on date, private_on date, ended_on date, ended text
$$);
select registers_table('crime_clue_review', $$
  reviewed_on date, reviewers text[], outcome text, gaps text, owner text, due_on date
$$);

-- Several persons may be judged in one criminal case; without its number the enforcement case stands for it.
create view crime_chain with (security_invoker = true) as
  select f.*, coalesce(f.criminal_number, f.case_number) as judgment_key from crime_refusal_file_counted f;
