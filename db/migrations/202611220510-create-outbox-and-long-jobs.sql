-- Messages that a demonstration prints instead of sending, and long work that shows how far it is.

create table message_outbox (
  id uuid primary key,
  kind text not null,
  address text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null
)
--;;
create index message_outbox_created_ix on message_outbox (created_at desc, id)
--;;
alter table message_outbox enable row level security
--;;
create policy message_outbox_system on message_outbox to {app}
  using (current_setting('app.face') = 'system')
  with check (current_setting('app.face') = 'system')
--;;
create table long_job (
  id uuid primary key,
  kind text not null,
  state text not null,
  area text collate "C" not null,
  started_by text,
  done bigint not null default 0,
  total bigint,
  faults bigint not null default 0,
  code text not null,
  facts jsonb not null default '{}',
  input jsonb not null default '{}',
  cursor jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null
)
--;;
alter table long_job add constraint long_job_state_ck
  check (state in ('waiting', 'running', 'done', 'failed'))
--;;
create index long_job_unfinished_ix on long_job (updated_at) where state in ('waiting', 'running')
--;;
create table long_job_fault (
  id uuid primary key,
  long_job_id uuid not null references long_job (id),
  area text collate "C" not null,
  line bigint not null,
  field text not null,
  code text not null,
  value text not null
)
--;;
create index long_job_fault_job_ix on long_job_fault (long_job_id, line, id)
--;;
alter table long_job enable row level security
--;;
create policy long_job_fence on long_job to {app}
  using (
    current_setting('app.face') = 'system'
    or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  )
  with check (
    current_setting('app.face') = 'system'
    or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  )
--;;
alter table long_job_fault enable row level security
--;;
create policy long_job_fault_fence on long_job_fault to {app}
  using (
    current_setting('app.face') = 'system'
    or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  )
  with check (
    current_setting('app.face') = 'system'
    or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  )
