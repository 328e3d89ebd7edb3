-- The ground every table stands on: the scope of a transaction, and the journal of everything that changed or was looked up.

create function set_ctx(face text, lo text, hi text, account text, organisation text, subject text)
returns void language plpgsql as $$
begin
  -- SET LOCAL, not set_config: only SET LOCAL travels to a shard (see docs/decisions).
  execute format('set local app.face = %L', face);
  execute format('set local app.lo = %L', lo);
  execute format('set local app.hi = %L', hi);
  execute format('set local app.account = %L', account);
  execute format('set local app.organisation = %L', organisation);
  execute format('set local app.subject = %L', subject);
end $$
--;;

create table journal (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  verb text not null,
  area text collate "C" not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  face text not null,
  account text,
  appointment uuid,
  organisation uuid,
  shared_with uuid[] not null default '{}',
  purpose text,
  codes jsonb not null default '{}',
  is_public boolean not null default false,
  detail_hash text,
  seal_no bigint,
  seal_seq bigint
)
--;;
create index journal_subject_ix on journal (subject_id, occurred_at, id)
--;;
create index journal_area_ix on journal (area, recorded_at desc, id)
--;;
create index journal_account_ix on journal (account, recorded_at desc) where account is not null
--;;
-- The sealer's whole work list: what is visible and unsealed.
create index journal_unsealed_ix on journal (recorded_at, id) where seal_seq is null
--;;
alter table journal add constraint journal_seal_seq_uq unique (seal_seq)
--;;
create table journal_detail (
  journal_id uuid primary key references journal (id),
  area text collate "C" not null,
  salt text not null,
  detail jsonb,
  erased_at timestamptz,
  erased_under text
)
--;;
create table journal_seal (
  seal_no bigint primary key,
  first_seq bigint not null,
  last_seq bigint not null,
  head text not null,
  sealed_at timestamptz not null
)
--;;
alter table journal enable row level security
--;;
create policy journal_sees on journal for select to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'staff' and current_setting('app.organisation') = any (shared_with::text[]))
  or (current_setting('app.face') = 'self' and (account = current_setting('app.account') or is_public))
  or (current_setting('app.face') = 'link' and subject_id::text = current_setting('app.subject'))
  or (current_setting('app.face') = 'public' and is_public)
)
--;;
create policy journal_adds on journal for insert to {app} with check (
  seal_seq is null and seal_no is null and face = current_setting('app.face')
)
--;;
create policy journal_seals on journal to {sealer} using (true) with check (true)
--;;
alter table journal_detail enable row level security
--;;
create policy journal_detail_sees on journal_detail for select to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
)
--;;
create policy journal_detail_adds on journal_detail for insert to {app} with check (erased_at is null)
--;;
revoke update, delete, truncate on journal, journal_detail, journal_seal from {app}
--;;
revoke insert on journal_seal from {app}
--;;
grant select on journal, journal_seal to {sealer}
--;;
grant update (seal_no, seal_seq) on journal to {sealer}
--;;
grant insert on journal_seal to {sealer}
--;;

create table counter (
  name text not null,
  area text collate "C" not null,
  day date not null,
  key text not null,
  slot smallint not null,
  count bigint not null,
  primary key (name, area, day, key, slot)
)
--;;
create table idempotency (
  key text not null,
  owner text not null,
  fingerprint text not null,
  made_id uuid not null,
  created_at timestamptz not null,
  primary key (owner, key)
)
--;;
create table draft (
  id uuid primary key,
  kind text not null,
  content jsonb not null,
  expires_at timestamptz not null,
  used_for uuid
)
--;;
create index draft_expires_ix on draft (expires_at)
--;;
create table file (
  id uuid primary key,
  sha256 text not null,
  media_type text not null,
  bytes bigint not null,
  name text not null,
  width integer,
  height integer,
  scan text not null,
  created_at timestamptz not null
)
--;;
create index file_sha256_ix on file (sha256)
--;;
create table setting (
  key text primary key,
  value jsonb not null
)
