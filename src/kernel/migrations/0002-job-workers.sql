-- Who holds a job. A worker holds an advisory lock of this number as long as its process lives, so that the next one need
-- not wait for the lease of a dead one to run out.
alter table kernel_job add column leased_by integer;
