-- A photo, document or voice clip may be seen by whoever may see the matter it belongs to, and by nobody else.

alter table file add column area text collate "C" not null default ''
--;;
alter table file add column owner_account text
--;;
alter table file add column subject_id uuid
--;;
alter table file add column shared_with uuid[] not null default '{}'
--;;
alter table file add column published boolean not null default false
--;;
create index file_subject_ix on file (subject_id)
--;;
alter table file enable row level security
--;;
create policy file_sees on file for select to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'staff' and current_setting('app.organisation') = any (shared_with::text[]))
  or (current_setting('app.face') = 'self' and (owner_account = current_setting('app.account') or published))
  or (current_setting('app.face') = 'link' and (subject_id::text = current_setting('app.subject') or published))
  or (current_setting('app.face') = 'public' and published)
)
--;;
-- Residents add to what is theirs; only staff and jobs may add what is published at once, a notice's picture.
create policy file_adds on file for insert to {app} with check (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'staff' and current_setting('app.organisation') = any (shared_with::text[]))
  or (current_setting('app.face') = 'self' and owner_account = current_setting('app.account') and not published)
  or (current_setting('app.face') = 'link' and subject_id::text = current_setting('app.subject') and not published)
  or (current_setting('app.face') = 'public' and owner_account is null and not published)
)
--;;
create policy file_changes on file for update to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'staff' and current_setting('app.organisation') = any (shared_with::text[]))
  or (current_setting('app.face') = 'self' and owner_account = current_setting('app.account'))
  or (current_setting('app.face') = 'link' and subject_id::text = current_setting('app.subject'))
)
--;;
-- What a file is never changes; where it belongs and who may see it follows its matter.
revoke update, delete, truncate on file from {app}
--;;
grant update (area, shared_with, published) on file to {app}
