-- People of whom the system knows more than a number: who holds an office, and who said something and left a name.

create table person (
  id uuid primary key,
  -- The register's own number for the person, where a list came with one; an import finds the person again by it.
  code text collate "C",
  area text collate "C" not null,
  name text collate "C" not null,
  -- The name from its second character on, so that a given name alone is found by a range.
  name_tail text collate "C" not null,
  initials text collate "C" not null,
  sex text not null,
  birth_date date,
  education text,
  telephone text collate "C",
  account text collate "C",
  created_at timestamptz not null
)
--;;
alter table person add constraint person_code_uq unique (code)
--;;
alter table person add constraint person_account_uq unique (account)
--;;
alter table person add constraint person_sex_ck check (sex in ('0', '1', '2', '9'))
--;;
alter table person add constraint person_education_ck check (
  education in ('10', '20', '30', '40', '60', '70', '80', '90')
)
--;;
create index person_name_ix on person (name)
--;;
create index person_name_tail_ix on person (name_tail)
--;;
create index person_initials_ix on person (initials)
--;;
create index person_area_initials_ix on person (area, initials)
--;;
create index person_telephone_ix on person (telephone) where telephone is not null
--;;
alter table person enable row level security
--;;
create policy person_sees on person for select to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'self' and account = current_setting('app.account'))
)
--;;
-- Anybody may leave a name with what he says; only those who may see a person find it again.
create policy person_adds on person for insert to {app} with check (
  current_setting('app.face') in ('system', 'public', 'link')
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'self' and (account is null or account = current_setting('app.account')))
)
--;;
create policy person_changes on person for update to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'self' and account = current_setting('app.account'))
)
--;;
revoke delete, truncate on person from {app}
