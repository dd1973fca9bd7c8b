-- Which enforcement case rests on which document, its number as 法〔2015〕137号 writes it: read by the room of civil judgments.
create view cases_on_basis with (security_invoker = true) as
  select court_id, case_id, case_number, type_code, filed_on,
         translate(replace(basis_number, ' ', ''), '()〔〕［］[]', '（）（）（）（）') as basis_number
  from cases_case
  where basis_number is not null;
