-- Whose account is whose: an account signs in, a person holds posts; and how often a sign-in failed lately.

create table account_link (
  account text primary key,
  person uuid,
  username text,
  admin_post text,
  one_time_password boolean not null,
  locked_at timestamptz,
  created_at timestamptz not null
)
--;;
alter table account_link add constraint account_link_username_uq unique (username)
--;;
-- Administrators of the installation stand apart from the bodies and from one another.
alter table account_link add constraint account_link_admin_post_ck
  check (admin_post in ('system_admin', 'security_admin', 'audit_admin'))
--;;
create index account_link_person_ix on account_link (person) where person is not null
--;;
alter table account_link enable row level security
--;;
create policy account_link_all on account_link to {app} using (
  current_setting('app.face') in ('system', 'staff') or account = current_setting('app.account')
) with check (current_setting('app.face') in ('system', 'staff'))
--;;

create table sign_in_attempt (
  key text primary key,
  attempts integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
)
--;;
create index sign_in_attempt_last_ix on sign_in_attempt (last_at)
--;;
alter table sign_in_attempt enable row level security
--;;
create policy sign_in_attempt_all on sign_in_attempt to {app}
  using (current_setting('app.face') in ('system', 'staff'))
  with check (current_setting('app.face') in ('system', 'staff'))
--;;

-- The demo's sign-ins; a real district has none.
create table demo_account (
  username text primary key,
  account text not null,
  role text not null,
  area text collate "C" not null
)
--;;
alter table demo_account enable row level security
--;;
create policy demo_account_all on demo_account to {app}
  using (current_setting('app.face') = 'system')
  with check (current_setting('app.face') = 'system')
