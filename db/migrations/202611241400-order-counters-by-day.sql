-- Figures of a month and the open queue of one community are read without walking through years of others.
alter table counter drop constraint counter_pkey
--;;
-- A dashboard reads the days of a period, which lie together when the day comes first.
alter table counter add constraint counter_pk primary key (day, name, area, key, slot)
--;;
create index matter_area_open_ix on matter (area, due_at, id) where closed_at is null and disposition is null
--;;
drop index matter_area_due_ix
--;;
