-- What a rule's numbers were on any day, which days were worked, and where a mechanism was switched on: read by all, only added to.

create table rule_set (
  id uuid primary key,
  code text not null,
  subject text not null,
  area text collate "C" not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  article text not null,
  params jsonb not null,
  published_by text,
  published_at timestamptz not null
)
--;;
-- Latest beginning wins, so two rows of one day would leave the choice to chance.
alter table rule_set add constraint rule_set_start_uq unique (code, subject, area, valid_from)
--;;
alter table rule_set add constraint rule_set_dates_ck check (valid_to is null or valid_to > valid_from)
--;;
create table rollout (
  id uuid primary key,
  mechanism text not null,
  area text collate "C" not null,
  valid_from date not null,
  is_on boolean not null,
  decision text not null,
  switched_by text,
  switched_at timestamptz not null
)
--;;
alter table rollout add constraint rollout_start_uq unique (mechanism, area, valid_from)
--;;
create table calendar_year (
  id uuid primary key,
  year integer not null,
  source text not null,
  loaded_by text,
  loaded_at timestamptz not null
)
--;;
alter table calendar_year add constraint calendar_year_year_uq unique (year)
--;;
create table calendar_day (
  year integer not null,
  day date not null,
  kind text not null,
  holiday text not null,
  primary key (year, day)
)
--;;
alter table calendar_day add constraint calendar_day_kind_ck check (kind in ('work', 'rest', 'statutory'))
--;;
alter table calendar_day add constraint calendar_day_year_fk foreign key (year) references calendar_year (year)
--;;
-- One row, a new id with every change: each process sees with one look-up whether its copy is still right. An id and
-- not a count, because a count given back by a rollback would come again for other contents.
create table rulebook_version (
  singleton boolean primary key,
  version uuid not null
)
--;;
insert into rulebook_version (singleton, version) values (true, '00000000-0000-0000-0000-000000000000')
--;;
alter table rule_set enable row level security
--;;
create policy rule_set_reads on rule_set for select to {app} using (true)
--;;
create policy rule_set_adds on rule_set for insert to {app} with check (current_setting('app.face') in ('system', 'staff'))
--;;
revoke update, delete, truncate on rule_set from {app}
--;;
alter table rollout enable row level security
--;;
create policy rollout_reads on rollout for select to {app} using (true)
--;;
create policy rollout_adds on rollout for insert to {app} with check (current_setting('app.face') in ('system', 'staff'))
--;;
revoke update, delete, truncate on rollout from {app}
--;;
alter table calendar_year enable row level security
--;;
create policy calendar_year_reads on calendar_year for select to {app} using (true)
--;;
create policy calendar_year_writes on calendar_year to {app}
  using (current_setting('app.face') in ('system', 'staff'))
  with check (current_setting('app.face') in ('system', 'staff'))
--;;
alter table calendar_day enable row level security
--;;
create policy calendar_day_reads on calendar_day for select to {app} using (true)
--;;
create policy calendar_day_writes on calendar_day to {app}
  using (current_setting('app.face') in ('system', 'staff'))
  with check (current_setting('app.face') in ('system', 'staff'))
--;;
alter table rulebook_version enable row level security
--;;
create policy rulebook_version_reads on rulebook_version for select to {app} using (true)
--;;
create policy rulebook_version_writes on rulebook_version for update to {app}
  using (current_setting('app.face') in ('system', 'staff'))
  with check (current_setting('app.face') in ('system', 'staff'))
