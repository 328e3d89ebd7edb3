-- Until when the body asked first takes, answers or hands on what was said, and whether that time passed with nobody at work.
alter table matter add column first_due_at timestamptz
--;;
alter table matter add column is_unowned boolean not null default false
