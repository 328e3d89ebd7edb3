-- The closed loop: what somebody said, who works on it, who looked, and who was asked first.
create table matter (
  id uuid primary key,
  number text not null,
  kind text not null,
  source text not null,
  category text not null,
  space text not null,
  is_safety boolean not null,
  area text collate "C" not null,
  filed_area text collate "C" not null,
  title text not null,
  words text not null,
  place text,
  building uuid,
  stairwell text,
  longitude double precision,
  latitude double precision,
  crs text,
  is_anonymous boolean not null,
  is_public boolean not null,
  is_published boolean not null default false,
  on_behalf boolean not null default false,
  state text not null,
  owner_organisation text not null,
  owner_root text not null,
  first_organisation text not null,
  first_root text not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  due_at timestamptz not null,
  is_due_provisional boolean not null default false,
  is_overdue boolean not null default false,
  holder_due_at timestamptz,
  finished_at timestamptz,
  next_look_at timestamptz,
  pauses jsonb not null default '[]',
  disposition text,
  disposition_reason text,
  merged_into uuid,
  closure text,
  closed_at timestamptz,
  first_closed_at timestamptz,
  reopened_at timestamptz,
  returns smallint not null default 0,
  is_sampled boolean not null default false,
  said jsonb not null default '[]',
  asked_for_check boolean not null default false,
  reporter_left boolean not null default false,
  rating smallint,
  hotline_number text,
  hotline_due_at timestamptz,
  shared_with text[] not null default '{}',
  reporter_account text,
  secondings integer not null default 0,
  version integer not null default 0
)
--;;
alter table matter add constraint matter_number_uq unique (number)
--;;
alter table matter add constraint matter_hotline_uq unique (hotline_number)
--;;
alter table matter add constraint matter_merged_fk foreign key (merged_into) references matter (id)
--;;
alter table matter add constraint matter_rating_ck check (rating between 1 and 5)
--;;
alter table matter add constraint matter_closed_ck check ((closure is null) = (closed_at is null))
--;;
-- A queue page: one community or subdistrict, newest or most urgent first.
create index matter_area_due_ix on matter (area, due_at, id)
--;;
create index matter_open_due_ix on matter (due_at, id) where closed_at is null and disposition is null
--;;
create index matter_area_state_ix on matter (area, state, received_at desc, id)
--;;
create index matter_owner_ix on matter (owner_root, state, due_at, id)
--;;
create index matter_reporter_ix on matter (reporter_account, received_at desc) where reporter_account is not null
--;;
create index matter_published_ix on matter (area, closed_at desc, id) where is_published
--;;
create index matter_place_ix on matter (building, received_at desc) where building is not null
--;;
create index matter_merged_ix on matter (merged_into) where merged_into is not null
--;;
-- The escalation job's list: what must be looked at when its time comes.
create index matter_next_look_ix on matter (next_look_at, id) where next_look_at is not null
--;;
alter table matter enable row level security
--;;
-- One branch by face: a row costs the comparisons of its own face alone.
create policy matter_scope on matter to {app} using (
  case current_setting('app.face')
    when 'system' then true
    when 'staff' then
      (area >= current_setting('app.lo') and area < current_setting('app.hi'))
      or current_setting('app.organisation') = any (shared_with)
    when 'self' then reporter_account = current_setting('app.account') or is_published
    when 'link' then id::text = current_setting('app.subject')
    when 'public' then is_published
    else false
  end
) with check (
  case current_setting('app.face')
    when 'system' then true
    when 'staff' then
      (area >= current_setting('app.lo') and area < current_setting('app.hi'))
      or current_setting('app.organisation') = any (shared_with)
    when 'link' then id::text = current_setting('app.subject')
    when 'public' then state = 'RECEIVED' and version = 0
    when 'self' then state = 'RECEIVED' and version = 0
    else false
  end
)
--;;

-- How to reach the reporter, apart from the matter so that no list carries it; every look is journaled.
create table matter_reporter (
  matter_id uuid primary key,
  area text collate "C" not null,
  account text,
  person uuid,
  name text,
  telephone text,
  on_behalf_of text,
  relation text
)
--;;
alter table matter_reporter add constraint matter_reporter_matter_fk foreign key (matter_id) references matter (id)
--;;
create index matter_reporter_phone_ix on matter_reporter (telephone) where telephone is not null
--;;
alter table matter_reporter enable row level security
--;;
create policy matter_reporter_scope on matter_reporter to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
  or (current_setting('app.face') = 'self' and account = current_setting('app.account'))
  or (current_setting('app.face') = 'link' and matter_id::text = current_setting('app.subject'))
) with check (true)
--;;

create table task (
  id uuid primary key,
  matter_id uuid not null,
  area text collate "C" not null,
  shared_with text[] not null default '{}',
  is_published boolean not null default false,
  reporter_account text,
  state text not null,
  is_lead boolean not null,
  whistle text,
  organisation text not null,
  root text not null,
  offered_by_organisation text not null,
  offered_by_root text not null,
  offered_at timestamptz not null,
  accepted_at timestamptz,
  due_at timestamptz,
  handler jsonb,
  done_at timestamptz,
  result text,
  answer_public text,
  answer_private text,
  made_safe_at timestamptz,
  return_reason text,
  suspension jsonb,
  round smallint not null
)
--;;
alter table task add constraint task_matter_fk foreign key (matter_id) references matter (id)
--;;
create index task_matter_ix on task (matter_id)
--;;
create index task_root_ix on task (root, state, due_at)
--;;
-- One live lead a matter, whatever two clerks press at once.
create unique index task_lead_uq on task (matter_id) where is_lead and state <> 'CANCELLED'
--;;
alter table task enable row level security
--;;
create policy task_scope on task to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and (
    (area >= current_setting('app.lo') and area < current_setting('app.hi'))
    or current_setting('app.organisation') = any (shared_with)))
  or (current_setting('app.face') = 'link' and matter_id::text = current_setting('app.subject'))
  or (current_setting('app.face') = 'self' and (reporter_account = current_setting('app.account') or is_published))
  or (current_setting('app.face') = 'public' and is_published)
) with check (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and (
    (area >= current_setting('app.lo') and area < current_setting('app.hi'))
    or current_setting('app.organisation') = any (shared_with)))
  or (current_setting('app.face') = 'link' and matter_id::text = current_setting('app.subject'))
)
--;;

-- The second person's signature: the database itself refuses a handler who checks his own, or his own body's, work.
create table matter_check (
  id uuid primary key,
  matter_id uuid not null,
  task_id uuid not null,
  area text collate "C" not null,
  shared_with text[] not null default '{}',
  is_published boolean not null default false,
  reporter_account text,
  round smallint not null,
  kind text not null,
  reason text not null,
  organisation text not null,
  root text not null,
  handler_account text not null,
  handler_organisation text not null,
  handler_root text not null,
  handler_appointment uuid,
  asked_at timestamptz not null,
  due_at timestamptz,
  checker_account text,
  checker_organisation text,
  checker_root text,
  checker_appointment uuid,
  finding text,
  note text,
  done_at timestamptz
)
--;;
alter table matter_check add constraint matter_check_matter_fk foreign key (matter_id) references matter (id)
--;;
alter table matter_check add constraint matter_check_signed_ck check ((finding is null) = (checker_account is null) and (finding is null) = (checker_root is null) and (finding is null) = (done_at is null))
--;;
alter table matter_check add constraint matter_check_other_person_ck check (checker_account is null or checker_account <> handler_account)
--;;
alter table matter_check add constraint matter_check_other_body_ck check (root <> handler_root and (checker_root is null or checker_root <> handler_root))
--;;
create index matter_check_matter_ix on matter_check (matter_id)
--;;
alter table matter_check enable row level security
--;;
create policy matter_check_scope on matter_check to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and (
    (area >= current_setting('app.lo') and area < current_setting('app.hi'))
    or current_setting('app.organisation') = any (shared_with)))
  or (current_setting('app.face') = 'link' and matter_id::text = current_setting('app.subject'))
  or (current_setting('app.face') = 'self' and (reporter_account = current_setting('app.account') or is_published))
  or (current_setting('app.face') = 'public' and is_published)
) with check (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and (
    (area >= current_setting('app.lo') and area < current_setting('app.hi'))
    or current_setting('app.organisation') = any (shared_with)))
  or (current_setting('app.face') = 'link' and matter_id::text = current_setting('app.subject'))
)
--;;

create table matter_file (
  matter_id uuid not null,
  file_id uuid not null,
  part text not null,
  position smallint not null,
  primary key (matter_id, file_id)
)
--;;
alter table matter_file add constraint matter_file_matter_fk foreign key (matter_id) references matter (id)
--;;
create table seconding (
  matter_id uuid not null,
  voice text not null,
  at timestamptz not null,
  primary key (matter_id, voice)
)
--;;
alter table seconding add constraint seconding_matter_fk foreign key (matter_id) references matter (id)
