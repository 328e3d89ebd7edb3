-- Who is there to act: committees, stations, offices and departments, the posts they have, and who held each post from when to when.

create table organisation (
  id uuid primary key,
  code text collate "C" not null,
  kind text not null,
  area text collate "C" not null,
  -- The body it counts as when two different ones must act: a station's group is its station.
  root_id uuid not null,
  telephone text,
  address text,
  email text,
  office_hours text,
  office_hours_en text,
  duties text,
  duties_en text,
  affairs text[] not null default '{}',
  valid_from date not null,
  valid_to date
)
--;;
alter table organisation add constraint organisation_code_uq unique (code)
--;;
alter table organisation add constraint organisation_kind_uq unique (id, kind)
--;;
alter table organisation add constraint organisation_root_fk foreign key (root_id) references organisation (id)
--;;
alter table organisation add constraint organisation_valid_ck check (valid_to is null or valid_to > valid_from)
--;;
alter table organisation add constraint organisation_affairs_ck check (kind = 'STATION_GROUP' or affairs = '{}')
--;;
create index organisation_area_ix on organisation (area, kind)
--;;
create index organisation_root_ix on organisation (root_id)
--;;
-- Name and parent change with time; each version says from when to when it held.
create table organisation_version (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  name_en text,
  parent_id uuid,
  valid_from date not null,
  valid_to date
)
--;;
alter table organisation_version add constraint organisation_version_uq unique (organisation_id, valid_from)
--;;
alter table organisation_version add constraint organisation_version_ck check (valid_to is null or valid_to > valid_from)
--;;
create unique index organisation_version_open_uq on organisation_version (organisation_id) where valid_to is null
--;;
alter table organisation_version add constraint organisation_version_of_fk foreign key (organisation_id) references organisation (id)
--;;
alter table organisation_version add constraint organisation_version_parent_fk foreign key (parent_id) references organisation (id)
--;;
create index organisation_version_parent_ix on organisation_version (parent_id)
--;;
create table post (
  id uuid primary key,
  organisation_id uuid not null,
  code text not null,
  seats integer not null
)
--;;
alter table post add constraint post_code_uq unique (organisation_id, code)
--;;
alter table post add constraint post_organisation_uq unique (id, organisation_id, code)
--;;
alter table post add constraint post_organisation_fk foreign key (organisation_id) references organisation (id)
--;;
alter table post add constraint post_seats_ck check (seats between 1 and 500)
--;;
-- Who holds an office is public knowledge, so the name he holds it under stands here; everything else about him stays with the person.
create table appointment (
  id uuid primary key,
  person_id uuid not null,
  holder_name text not null,
  post_id uuid not null,
  post_code text not null,
  organisation_id uuid not null,
  organisation_kind text not null,
  area text collate "C" not null,
  origin text not null,
  civil_servant boolean not null,
  grids text[] not null default '{}',
  valid_from date not null,
  valid_to date
)
--;;
alter table appointment add constraint appointment_uq unique (person_id, post_id, valid_from)
--;;
alter table appointment add constraint appointment_post_fk foreign key (post_id, organisation_id, post_code) references post (id, organisation_id, code)
--;;
alter table appointment add constraint appointment_kind_fk foreign key (organisation_id, organisation_kind) references organisation (id, kind)
--;;
alter table appointment add constraint appointment_person_fk foreign key (person_id) references person (id)
--;;
alter table appointment add constraint appointment_origin_ck check (origin in ('elected', 'dispatched', 'appointed', 'recruited'))
--;;
alter table appointment add constraint appointment_valid_ck check (valid_to is null or valid_to > valid_from)
--;;
-- The station carries the government's functions, so whoever heads it is the government's servant.
alter table appointment add constraint appointment_station_head_ck check (
  organisation_kind <> 'SERVICE_STATION' or post_code <> 'station_head' or civil_servant
)
--;;
create index appointment_organisation_ix on appointment (organisation_id, valid_from)
--;;
create index appointment_person_ix on appointment (person_id, valid_from)
--;;
create index appointment_area_ix on appointment (area, post_code)
