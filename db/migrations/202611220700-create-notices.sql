-- Notices on the community's board: who wrote them for whom, from when to when they hang, and every text that ever hung there.
create table notice (
  id uuid primary key,
  number text not null,
  area text collate "C" not null,
  line text not null,
  state text not null,
  title text not null,
  body text not null,
  is_pinned boolean not null,
  publish_from date,
  -- The last day it hangs; null: until somebody takes it down.
  expires_on date,
  -- Set when its first day has come, taken away with the state: what the public may see stands in columns, not in a clock.
  is_shown boolean not null default false,
  shown_at timestamptz,
  -- 0 while nobody but staff has read it; each text that hung has its number.
  version integer not null default 0,
  correction text,
  corrected_at timestamptz,
  withdrawal text,
  author_account text not null,
  author_appointment uuid,
  author_post text,
  author_kind text not null,
  author_area text collate "C" not null,
  organisation text not null,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1
)
--;;
alter table notice add constraint notice_number_uq unique (number)
--;;
alter table notice add constraint notice_line_ck check (line in ('party', 'residents', 'government'))
--;;
alter table notice add constraint notice_state_ck check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'EXPIRED'))
--;;
alter table notice add constraint notice_days_ck check (expires_on is null or publish_from is null or expires_on >= publish_from)
--;;
alter table notice add constraint notice_shown_ck check (not is_shown or state = 'PUBLISHED')
--;;
alter table notice add constraint notice_hung_ck check (state in ('DRAFT', 'WITHDRAWN') or (publish_from is not null and shown_at is not null and version > 0))
--;;
-- A board: one area, pinned first, newest first.
create index notice_board_ix on notice (area, is_pinned desc, shown_at desc, number desc) where is_shown
--;;
-- The desk of those who write them, last changed first.
create index notice_desk_ix on notice (area, changed_at desc, number desc)
--;;
create index notice_due_ix on notice (expires_on, publish_from) where state = 'PUBLISHED'
--;;
-- Each text as it hung, with what was put right; never changed.
create table notice_version (
  id uuid primary key,
  notice_id uuid not null,
  area text collate "C" not null,
  version integer not null,
  title text not null,
  body text not null,
  correction text,
  account text not null,
  made_at timestamptz not null
)
--;;
alter table notice_version add constraint notice_version_uq unique (notice_id, version)
--;;
alter table notice_version add constraint notice_version_of_fk foreign key (notice_id) references notice (id)
--;;
alter table notice enable row level security
--;;
create policy notice_sees on notice for select to {app} using (
  is_shown
  or current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
)
--;;
create policy notice_adds on notice for insert to {app} with check (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
)
--;;
create policy notice_changes on notice for update to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
) with check (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
)
--;;
alter table notice_version enable row level security
--;;
create policy notice_version_sees on notice_version for select to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
)
--;;
create policy notice_version_adds on notice_version for insert to {app} with check (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
)
--;;
revoke delete, truncate on notice from {app}
--;;
revoke update, delete, truncate on notice_version from {app}
