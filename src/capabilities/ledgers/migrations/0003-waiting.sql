-- Read by every desk: the rows that wait, which are few beside those that are told of.
create index ledgers_row_waiting on ledgers_row (court_id, batch_id) where status = 'set-aside';
