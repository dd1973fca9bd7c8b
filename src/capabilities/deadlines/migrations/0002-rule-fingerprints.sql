-- A rule that a new version of the program reckons differently, or brings along, must reach the clocks of cases that are
-- already on record. This says what was in force when they were last reckoned.
alter table deadlines_rule add column fingerprint text not null default '';
