-- Which meetings a matter is to come before, so that each finds its agenda: what was returned too often, what its reporter wants opened again.
alter table matter add column agenda text[] not null default '{}'
--;;
update matter set agenda = put.meetings from (
  select subject_id, array_agg(distinct codes ->> 'meeting') as meetings from journal
  where verb = 'put_on_agenda' and codes ->> 'meeting' is not null group by subject_id
) as put where put.subject_id = matter.id
--;;
create index matter_agenda_ix on matter (area, received_at desc, id) where agenda <> '{}'
