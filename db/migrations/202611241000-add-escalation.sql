-- How high a matter came while it was overdue, one entry for each step of the rule, and a new look at every open one.
alter table matter add column escalated_to text[] not null default '{}'
--;;
update matter set next_look_at = received_at where closed_at is null and disposition is null
