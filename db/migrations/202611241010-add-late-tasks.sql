-- When the holder of a task let his own time run out, so that it is counted once.
alter table task add column late_at timestamptz
