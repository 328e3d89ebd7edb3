-- Matters of the time before this system, by the number their file gives them: the same file twice changes nothing.
create table past_matter (
  external text collate "C" primary key,
  matter_id uuid not null,
  area text collate "C" not null,
  sha256 text not null,
  run text not null,
  imported_at timestamptz not null
)
--;;
alter table past_matter add constraint past_matter_matter_fk foreign key (matter_id) references matter (id)
--;;
create unique index past_matter_matter_uq on past_matter (matter_id)
--;;
alter table past_matter enable row level security
--;;
create policy past_matter_scope on past_matter to {app} using (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
) with check (
  current_setting('app.face') = 'system'
  or (current_setting('app.face') = 'staff' and area >= current_setting('app.lo') and area < current_setting('app.hi'))
)
