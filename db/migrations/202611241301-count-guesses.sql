-- How often somebody guessed lately at a password, a telephone's code or a matter's query code: only a hash of whom it concerns is kept, and only for a day.
create table attempt (
  key text primary key,
  attempts integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
)
--;;
create index attempt_last_ix on attempt (last_at)
--;;
alter table attempt enable row level security
--;;
create policy attempt_all on attempt to {app}
  using (current_setting('app.face') in ('system', 'staff'))
  with check (current_setting('app.face') in ('system', 'staff'))
--;;
drop table sign_in_attempt
