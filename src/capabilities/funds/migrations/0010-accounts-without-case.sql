-- Read whenever money moves: the accounts that belong to no case are few, and found without reading those that do.
create index funds_account_without_case on funds_account (court_id, kind) where case_number is null;
