-- The district's map as a register: areas with the years in which each name and parent held, grids, estates, buildings and their doors.

-- One row is one version of an area: a new name, kind or parent is a new row that begins where the last one ends.
create table area (
  id uuid primary key,
  code text collate "C" not null,
  kind text not null,
  name text not null,
  name_en text,
  parent text collate "C",
  urban_rural_class text,
  valid_from date not null,
  valid_to date
)
--;;
alter table area add constraint area_version_uq unique (code, valid_from)
--;;
alter table area add constraint area_code_ck check (code ~ '^[0-9]{12}$')
--;;
alter table area add constraint area_kind_ck check (kind in ('district', 'subdistrict', 'community', 'village'))
--;;
alter table area add constraint area_parent_ck check ((parent is null) = (kind = 'district'))
--;;
alter table area add constraint area_valid_ck check (valid_to is null or valid_to > valid_from)
--;;
create unique index area_open_uq on area (code) where valid_to is null
--;;
create index area_parent_ix on area (parent, code)
--;;
-- Which area took over from which, and when: a merger is two rows with one successor.
create table area_succession (
  id uuid primary key,
  predecessor text collate "C" not null,
  successor text collate "C" not null,
  happened_on date not null
)
--;;
alter table area_succession add constraint area_succession_uq unique (predecessor, successor, happened_on)
--;;
create index area_succession_to_ix on area_succession (successor)
--;;
create table area_shape (
  id uuid primary key,
  code text collate "C" not null,
  valid_from date not null,
  crs text not null,
  geometry jsonb not null
)
--;;
alter table area_shape add constraint area_shape_uq unique (code, valid_from)
--;;
alter table area_shape add constraint area_shape_crs_ck check (crs in ('CGCS2000', 'WGS84', 'GCJ02'))
--;;
create table unit_grid (
  id uuid primary key,
  code text collate "C" not null,
  area text collate "C" not null,
  name text not null,
  valid_from date not null,
  valid_to date
)
--;;
alter table unit_grid add constraint unit_grid_code_uq unique (code)
--;;
alter table unit_grid add constraint unit_grid_valid_ck check (valid_to is null or valid_to > valid_from)
--;;
create index unit_grid_area_ix on unit_grid (area, code)
--;;
create table estate (
  id uuid primary key,
  code text collate "C" not null,
  area text collate "C" not null,
  name text not null,
  address text,
  valid_from date not null,
  valid_to date
)
--;;
alter table estate add constraint estate_code_uq unique (code)
--;;
alter table estate add constraint estate_valid_ck check (valid_to is null or valid_to > valid_from)
--;;
create index estate_area_ix on estate (area, code)
--;;
create table building (
  id uuid primary key,
  code text collate "C" not null,
  area text collate "C" not null,
  estate text collate "C",
  grid text collate "C",
  name text not null,
  address text not null,
  lng double precision,
  lat double precision,
  crs text,
  valid_from date not null,
  valid_to date
)
--;;
alter table building add constraint building_code_uq unique (code)
--;;
alter table building add constraint building_point_ck check (
  (lng is null) = (lat is null) and (lng is null) = (crs is null)
)
--;;
alter table building add constraint building_crs_ck check (crs in ('CGCS2000', 'WGS84', 'GCJ02'))
--;;
alter table building add constraint building_valid_ck check (valid_to is null or valid_to > valid_from)
--;;
create index building_area_ix on building (area, code)
--;;
create index building_lat_ix on building (lat, lng)
--;;
-- A door with a code on the wall, /b/{code}. The code is for ever: a sticker cannot be called back.
create table stairwell (
  id uuid primary key,
  code text collate "C" not null,
  building text collate "C" not null,
  area text collate "C" not null,
  name text not null
)
--;;
alter table stairwell add constraint stairwell_code_uq unique (code)
--;;
alter table stairwell add constraint stairwell_building_uq unique (building, name)
--;;
alter table stairwell add constraint stairwell_building_fk foreign key (building) references building (code)
--;;
create index stairwell_area_ix on stairwell (area, code)
