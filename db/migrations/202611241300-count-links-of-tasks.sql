-- A department's link to a task carries a number; when the link is withdrawn or sent anew the task's number rises, and older links open nothing.
alter table task add column link_version smallint not null default 0
