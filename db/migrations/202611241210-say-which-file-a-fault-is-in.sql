-- An import may take several lists at once: each of its faults says in which of them it stands.

alter table long_job_fault add column file text not null default ''
--;;
create index long_job_fault_place_ix on long_job_fault (long_job_id, file, line, id)
--;;
drop index long_job_fault_job_ix
