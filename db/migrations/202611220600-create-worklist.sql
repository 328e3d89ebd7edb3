-- Today: whatever waits for a post, from every module, in one table that one query reads.
create table worklist_item (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  number text not null,
  area text collate "C" not null,
  organisation text not null,
  verb text not null,
  title text not null,
  facts jsonb not null default '{}',
  due_at timestamptz,
  is_urgent boolean not null default false,
  link text not null,
  -- Bodies outside the area that may change the subject, and so its items.
  shared_with text[] not null default '{}',
  part text not null default '',
  created_at timestamptz not null
)
--;;
create unique index worklist_item_uq on worklist_item (subject_id, organisation, verb, part)
--;;
create index worklist_item_today_ix on worklist_item (organisation, due_at, id)
--;;
alter table worklist_item enable row level security
--;;
create policy worklist_item_sees on worklist_item for select to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'staff' and (organisation = current_setting('app.organisation') or current_setting('app.organisation') = any (shared_with)))
  or (current_setting('app.face') = 'link' and subject_id::text = current_setting('app.subject'))
)
--;;
create policy worklist_item_changes on worklist_item for update to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'staff' and (organisation = current_setting('app.organisation') or current_setting('app.organisation') = any (shared_with)))
  or (current_setting('app.face') = 'link' and subject_id::text = current_setting('app.subject'))
)
--;;
create policy worklist_item_removes on worklist_item for delete to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'staff' and (organisation = current_setting('app.organisation') or current_setting('app.organisation') = any (shared_with)))
  or (current_setting('app.face') = 'link' and subject_id::text = current_setting('app.subject'))
)
--;;
-- Anybody who files something makes work for somebody.
create policy worklist_item_adds on worklist_item for insert to {app} with check (true)
