-- Civil cases of this court and the documents that ended them (民事裁判): what must be performed, by when, and how it was;
-- 民事诉讼法 (2023) art. 247, 解释 (2022) art. 461. Without them nobody knows of what share enforcement was needed.
select registers_table('judgments_judgment', $$
  document_number text, filed_on date, civil_cause text, division text, creditor text, money_claim boolean,
  preserved boolean, preservation_number text, effective_on date, document_kind text, has_duty boolean, duty text,
  amount bigint, perform_by date, performed_on date, performance text, urged_on date
$$);
-- Read by the desk: whose duty runs out, soonest first.
create index judgments_judgment_duty on judgments_judgment (court_id, perform_by) where performed_on is null;

-- One row per civil case with what the rates ask: was anything preserved, must something be performed, and did an
-- enforcement case come of it, named in the entry or resting on the same document.
create view judgments_outcome with (security_invoker = true) as
  select d.*, d.document_number ~ '民初' as first_instance, coalesce(d.has_duty, d.perform_by is not null) as dutiful,
         coalesce(d.preserved, false) or d.preservation_number is not null as secured,
         coalesce(d.case_number, e.case_number) as enforcement_number,
         coalesce(d.case_number, e.case_number) is not null as enforced
  from judgments_judgment_counted d
  left join (select distinct on (court_id, basis_number) court_id, basis_number, case_number
             from cases_on_basis where type_code = '执' order by court_id, basis_number, filed_on, case_number) e
    on e.court_id = d.court_id and e.basis_number = d.document_number;
