-- A second filing on one judgment is noticed before it is made.

-- Read by cases.register, by the number of the basis.
create index cases_case_basis on cases_case (court_id, basis_number) where basis_number is not null;
