-- Each time nobody answers a call is kept with its hour, and how often a matter was opened again is counted.
alter table matter_check add column attempts jsonb not null default '[]'
--;;
alter table matter add column reopenings smallint not null default 0
--;;
update matter set reopenings = 1 where reopened_at is not null
--;;
-- Rules of checking published before it was asked how many hours lie between two calls.
update rule_set set params = params || '{"callHoursApart": 3}' where code = 'matter.checking' and not params ? 'callHoursApart'
