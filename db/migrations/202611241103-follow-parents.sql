-- What the work on a parent has come to, for each matter merged into it: its own reporter is asked about that, and its own clock ends with it.
alter table matter add column parent_work jsonb
--;;
-- What is overdue, merged matters among it, most pressing first.
create index matter_overdue_ix on matter (due_at, id) where is_overdue and closed_at is null
