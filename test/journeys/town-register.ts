import { plainDateOf } from '#kernel/pure/dates.ts';
import type { BodiesRows } from '#modules/bodies/index.ts';
import type { TerritoryRows } from '#modules/territory/index.ts';

/** The places of the town; all of it is invented. */
export const DISTRICT = '320105000000';
export const SUBDISTRICT = '320105901000';
export const YANHE = '320105901001';
export const NORTH_SUBDISTRICT = '320105902000';
export const BEIYUAN = '320105902001';
export const VILLAGE = '320105902201';

const SINCE = plainDateOf('2005-01-01');

const area = (
  code: string,
  kind: 'district' | 'subdistrict' | 'community' | 'village',
  name: string,
  nameEn: string,
  parent: string | null,
) => ({
  code,
  kind,
  name,
  nameEn,
  parent,
  urbanRuralClass: null,
  validFrom: SINCE,
  validTo: null,
  predecessors: null,
});

const AREAS = [
  area(DISTRICT, 'district', '建邺区', 'Jianye District', null),
  area(SUBDISTRICT, 'subdistrict', '映月街道', 'Yingyue Subdistrict', DISTRICT),
  area(NORTH_SUBDISTRICT, 'subdistrict', '北河街道', 'Beihe Subdistrict', DISTRICT),
  area(YANHE, 'community', '沿河社区', 'Yanhe Community', SUBDISTRICT),
  area(BEIYUAN, 'community', '北苑社区', 'Beiyuan Community', NORTH_SUBDISTRICT),
  area(VILLAGE, 'village', '柳湾村', 'Liuwan Village', NORTH_SUBDISTRICT),
];

const building = (of: string, n: number, lng: number, lat: number) => ({
  code: `${of}B${String(n).padStart(4, '0')}`,
  area: of,
  estateCode: `${of}E01`,
  estateName: '映月园',
  gridCode: `${of}G01`,
  gridName: '第一网格',
  name: `${n}幢`,
  address: `试验路${n}号`,
  lng,
  lat,
  crs: 'CGCS2000' as const,
  stairwells: ['1单元', '2单元'],
  validFrom: SINCE,
  validTo: null,
});

const square = (code: string, lng: number, lat: number) => ({
  code,
  validFrom: SINCE,
  crs: 'CGCS2000' as const,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [lng, lat],
        [lng + 0.01, lat],
        [lng + 0.01, lat + 0.01],
        [lng, lat + 0.01],
        [lng, lat],
      ] as const,
    ],
  },
});

const lined = <T>(values: readonly T[]) => values.map((value, at) => ({ line: at + 1, value }));

export const TERRITORY: TerritoryRows = {
  areas: lined(AREAS),
  buildings: lined([
    building(YANHE, 1, 118.703, 32.003),
    building(YANHE, 2, 118.706, 32.006),
    building(BEIYUAN, 1, 118.713, 32.003),
    building(VILLAGE, 1, 118.723, 32.003),
  ]),
  polygons: lined([
    square(YANHE, 118.7, 32),
    square(BEIYUAN, 118.71, 32),
    square(VILLAGE, 118.72, 32),
  ]),
};

type Organisation = NonNullable<BodiesRows['organisations']>[number]['value'];
type Appointment = NonNullable<BodiesRows['appointments']>[number]['value'];

function organisation(
  code: string,
  kind: Organisation['kind'],
  of: string,
  name: string,
  more: Partial<Organisation> = {},
): Organisation {
  return {
    code,
    kind,
    area: of,
    name,
    nameEn: null,
    parentCode: null,
    telephone: '025-00000000',
    address: '试验路1号',
    email: null,
    officeHours: '周一至周五 9:00–17:00',
    officeHoursEn: 'Monday to Friday 9:00–17:00',
    duties: null,
    dutiesEn: null,
    affairs: null,
    validFrom: SINCE,
    validTo: null,
    ...more,
  };
}

const threeBodies = (of: string, key: string, name: string) => [
  organisation(`${key}Party`, 'PARTY_COMMITTEE', of, `${name}党委`, { parentCode: 'district' }),
  organisation(`${key}Residents`, 'RESIDENTS_COMMITTEE', of, `${name}居民委员会`),
  organisation(`${key}Station`, 'SERVICE_STATION', of, `${name}管理服务站`),
];

const ORGANISATIONS = [
  organisation('district', 'DISTRICT_COMMITTEE', DISTRICT, '建邺区委'),
  organisation('works', 'DEPARTMENT', DISTRICT, '城市管理局', { email: 'works@example.org' }),
  organisation('command', 'COMMAND_CENTRE', DISTRICT, '区指挥中心'),
  organisation('hotline', 'HOTLINE', DISTRICT, '12345 热线'),
  organisation('pool', 'CALL_POOL', DISTRICT, '区回访组'),
  organisation('office', 'DISTRICT_OFFICE', DISTRICT, '区委组织部'),
  organisation('subdistrict', 'SUBDISTRICT_OFFICE', SUBDISTRICT, '映月街道办事处'),
  organisation('north', 'SUBDISTRICT_OFFICE', NORTH_SUBDISTRICT, '北河街道办事处'),
  ...threeBodies(YANHE, 'yanhe', '沿河社区'),
  ...threeBodies(BEIYUAN, 'beiyuan', '北苑社区'),
];

/** Everybody who signs in: user name, body, post. The user name is also the person's code. */
export const STAFF = {
  clerk: ['yanheStation', 'clerk', '陈办'],
  duty: ['yanheStation', 'duty_clerk', '吴值'],
  head: ['yanheStation', 'station_head', '郑站'],
  member: ['yanheResidents', 'member', '孙委'],
  director: ['yanheResidents', 'director', '李主任'],
  secretary: ['yanheParty', 'secretary', '王书记'],
  dispatcher: ['subdistrict', 'dispatcher', '赵派'],
  subdirector: ['subdistrict', 'director', '钱主任'],
  officer: ['works', 'officer', '周工'],
  commander: ['command', 'dispatcher', '冯派'],
  chief: ['command', 'director', '褚主任'],
  caller: ['pool', 'caller', '蒋访'],
  hotline: ['hotline', 'dispatcher', '韩热'],
  organiser: ['office', 'officer', '杨组'],
  northerner: ['north', 'dispatcher', '许派'],
  neighbour: ['beiyuanStation', 'duty_clerk', '沈值'],
} as const;
export type StaffName = keyof typeof STAFF;

/** The administrators hold no post in a body. */
export const ADMINISTRATORS = {
  system: 'system_admin',
  security: 'security_admin',
  audit: 'audit_admin',
} as const;
export type Role = StaffName | keyof typeof ADMINISTRATORS;

export const organisationOf = (name: StaffName): Organisation => {
  const found = ORGANISATIONS.find(({ code }) => code === STAFF[name][0]);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

function appointment(name: StaffName): Appointment {
  const [organisationCode, post, person] = STAFF[name];
  return {
    organisationCode,
    post,
    personCode: name,
    name: person,
    sex: null,
    birthDate: null,
    education: null,
    telephone: null,
    origin: post === 'station_head' ? 'dispatched' : 'elected',
    civilServant: post === 'station_head' ? true : null,
    grids: null,
    validFrom: SINCE,
    validTo: null,
  };
}

export const BODIES: BodiesRows = {
  organisations: lined(ORGANISATIONS),
  appointments: lined((Object.keys(STAFF) as StaffName[]).map(appointment)),
};
