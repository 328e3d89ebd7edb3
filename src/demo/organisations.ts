import { AFFAIR_GROUPS } from '#modules/bodies/pure.ts';
import { CENTRES, DEPARTMENTS } from './departments.ts';
import { telephone } from './names.ts';
import { COMMUNITIES, DISTRICT, PILOT, type Place, SUBDISTRICTS } from './places.ts';
import { randomOf } from './random.ts';

/** One row of the list of organisations, by its Chinese headers. */
export type OrganisationRow = {
  readonly 组织编码: string;
  readonly 组织类型: string;
  readonly 名称: string;
  readonly 英文名称: string;
  readonly 区划代码: string;
  readonly 上级组织编码: string;
  readonly 联系电话: string;
  readonly 地址: string;
  readonly 电子邮箱: string;
  readonly 办公时间: string;
  readonly 英文办公时间: string;
  readonly 职责: string;
  readonly 英文职责: string;
  readonly 承担事务: string;
  readonly 成立日期: string;
};

const HOURS = [
  '周一至周五 9:00–12:00，13:30–17:30',
  'Monday to Friday 9:00–12:00, 13:30–17:30',
] as const;
const OLD = '2002-10-01';
const DISTRICT_COMMITTEE = 'QW01';

export const short = (code: string) => code.slice(6);
export const partyCode = (place: Place) => `W${short(place.code)}`;
export const residentsCode = (place: Place) => `J${short(place.code)}`;
export const stationCode = (place: Place) => `Z${short(place.code)}`;
export const officeCode = (subdistrict: { code: string }) => `JD${subdistrict.code.slice(6, 9)}`;
const workingCode = (subdistrict: { code: string }) => `DG${subdistrict.code.slice(6, 9)}`;

let numbers = 0;

function row(
  given: Partial<OrganisationRow> &
    Pick<OrganisationRow, '组织编码' | '组织类型' | '名称' | '区划代码'>,
): OrganisationRow {
  numbers += 1;
  return {
    英文名称: '',
    上级组织编码: '',
    联系电话: telephone(numbers),
    地址: '',
    电子邮箱: '',
    办公时间: '',
    英文办公时间: '',
    职责: '',
    英文职责: '',
    承担事务: '',
    成立日期: OLD,
    ...given,
  };
}

/** When a community got its station: the pilot in April 2009, all by the end of that year. */
export function reformedOn(place: Place): string {
  if (place.subdistrict.code === PILOT) return '2009-04-15';
  const random = randomOf(Number(short(place.code)));
  return `2009-${String(random.between(6, 12)).padStart(2, '0')}-01`;
}

function threeBodies(place: Place): OrganisationRow[] {
  const at = {
    区划代码: place.code,
    地址: `${place.name}服务中心`,
    办公时间: HOURS[0],
    英文办公时间: HOURS[1],
  };
  const since = reformedOn(place);
  return [
    row({
      ...at,
      组织编码: partyCode(place),
      组织类型: '社区党委',
      名称: `${place.name}党委`,
      英文名称: `Party Committee of ${place.nameEn}`,
      上级组织编码: workingCode(place.subdistrict),
      职责: '带头拿主意：社区里的大事由它牵头商量，先办什么由它定',
      英文职责: 'Leads: brings people together over what matters and decides what comes first',
    }),
    row({
      ...at,
      组织编码: residentsCode(place),
      组织类型: '居民委员会',
      名称: `${place.name}居民委员会`,
      英文名称: `Residents’ Committee of ${place.nameEn}`,
      职责: '居民自己选出来的：调解纠纷，张罗大家的事，看着服务站把事办好',
      英文职责:
        'Elected by the residents: settles disputes, sees to what all share, watches the station',
    }),
    row({
      ...at,
      组织编码: stationCode(place),
      组织类型: '社区管理服务站',
      名称: `${place.name}管理服务站`,
      英文名称: `Service Station of ${place.nameEn}`,
      职责: '办事的地方：诉求在这里收、在这里办，政府的服务也在这里办',
      英文职责:
        'The place where things get done: takes and does what residents ask, and public services',
      成立日期: since,
    }),
    ...AFFAIR_GROUPS.map((group, n) =>
      row({
        ...at,
        组织编码: `${stationCode(place)}G${n + 1}`,
        组织类型: '服务站工作组',
        名称: `${place.name.replace(/社区$/, '')}${group.zh}`,
        英文名称: `${group.en}, ${place.nameEn}`,
        上级组织编码: stationCode(place),
        承担事务: group.affairs.map(({ zh }) => zh).join('、'),
        成立日期: since,
      }),
    ),
    ...SUB_COMMITTEES.slice(0, 5 + (Number(short(place.code)) % 3)).map(([zh, en], n) =>
      row({
        ...at,
        组织编码: `${residentsCode(place)}S${n + 1}`,
        组织类型: '下属委员会',
        名称: `${place.name}${zh}`,
        英文名称: `${en}, ${place.nameEn}`,
        上级组织编码: residentsCode(place),
        成立日期: since,
      }),
    ),
  ];
}

/** The five, and the first of those that came to be called X. */
const SUB_COMMITTEES = [
  ['人民调解委员会', 'People’s Mediation Committee'],
  ['治安保卫委员会', 'Public Security Committee'],
  ['公共卫生委员会', 'Public Health Committee'],
  ['计划生育委员会', 'Family Planning Committee'],
  ['群众文化委员会', 'Mass Culture Committee'],
  ['物业管理委员会', 'Property Management Committee'],
  ['社会组织委员会', 'Social Organisations Committee'],
] as const;

/** Primary Party organisations: 553 with the 38 community committees. */
export const PRIMARY_ORGANISATIONS = 553;
const UNIT_COMMITTEES = 26;
const GENERAL_BRANCHES = 49;

function partyTree(communities: readonly Place[]): OrganisationRow[] {
  const branches = PRIMARY_ORGANISATIONS - COMMUNITIES.length - UNIT_COMMITTEES - GENERAL_BRANCHES;
  const place = (n: number) => COMMUNITIES[n % COMMUNITIES.length] as Place;
  const numbered = (letter: string, n: number) => `${letter}${String(n + 1).padStart(3, '0')}`;
  const make = (count: number, how: (n: number) => OrganisationRow) =>
    Array.from({ length: count }, (_, n) => how(n));
  const all = [
    ...make(UNIT_COMMITTEES, (n) =>
      row({
        组织编码: numbered('DW', n),
        组织类型: '单位党委',
        名称: `驻区单位第${n + 1}党委`,
        英文名称: `Party Committee of Institution ${n + 1}`,
        区划代码: place(n).code,
        上级组织编码: workingCode(place(n).subdistrict),
        成立日期: '2004-07-01',
      }),
    ),
    ...make(GENERAL_BRANCHES, (n) =>
      row({
        组织编码: numbered('DZ', n),
        组织类型: '党总支',
        名称: `${place(n).name}第${1 + Math.floor(n / COMMUNITIES.length)}党总支`,
        英文名称: `General Branch ${1 + Math.floor(n / COMMUNITIES.length)}, ${place(n).nameEn}`,
        区划代码: place(n).code,
        上级组织编码: partyCode(place(n)),
        成立日期: '2006-07-01',
      }),
    ),
    ...make(branches, (n) => {
      const rank = Math.floor(n / COMMUNITIES.length);
      const parent =
        rank % 3 === 2 && n % COMMUNITIES.length < GENERAL_BRANCHES
          ? numbered('DZ', n % COMMUNITIES.length)
          : partyCode(place(n));
      return row({
        组织编码: numbered('DB', n),
        组织类型: '党支部',
        名称: `${place(n).name}${n % 4 === 0 ? '楼栋' : '居民'}第${rank + 1}党支部`,
        英文名称: `Branch ${rank + 1}, ${place(n).nameEn}`,
        区划代码: place(n).code,
        上级组织编码: parent,
        成立日期: rank < 6 ? '2007-07-01' : '2009-12-20',
      });
    }),
  ];
  const here = new Set(communities.map(({ code }) => code));
  return all.filter((one) => here.has(one.区划代码));
}

/** Every organisation of the demo, or of a few communities for tests. */
export function organisations(communities: readonly Place[] = COMMUNITIES): OrganisationRow[] {
  numbers = 0;
  const district = { 区划代码: DISTRICT.code, 办公时间: HOURS[0], 英文办公时间: HOURS[1] };
  const kinds = {
    DEPARTMENT: '部门',
    DISTRICT_OFFICE: '区级机关',
    COMMAND_CENTRE: '指挥中心',
    SUPERVISION_CENTRE: '监督中心',
    HOTLINE: '热线',
    CALL_POOL: '回访组',
    SERVICE_CENTRE: '服务中心',
  } as const;
  return [
    row({
      ...district,
      组织编码: DISTRICT_COMMITTEE,
      组织类型: '区委',
      名称: '中共建邺区委员会',
      英文名称: 'Jianye District Party Committee',
    }),
    ...[...DEPARTMENTS, ...CENTRES].map((one) =>
      row({
        ...district,
        组织编码: one.code,
        组织类型: kinds[one.kind],
        名称: one.name,
        英文名称: one.nameEn,
        职责: one.duties,
        英文职责: one.dutiesEn,
        电子邮箱: one.kind === 'DEPARTMENT' ? `${one.code.toLowerCase()}@example.org` : '',
      }),
    ),
    ...SUBDISTRICTS.flatMap((subdistrict) => [
      row({
        区划代码: subdistrict.code,
        组织编码: workingCode(subdistrict),
        组织类型: '街道党工委',
        名称: `中共${subdistrict.name}工作委员会`,
        英文名称: `Party Working Committee of ${subdistrict.nameEn}`,
        上级组织编码: DISTRICT_COMMITTEE,
      }),
      row({
        ...district,
        区划代码: subdistrict.code,
        组织编码: officeCode(subdistrict),
        组织类型: '街道办事处',
        名称: `${subdistrict.name}办事处`,
        英文名称: `${subdistrict.nameEn} Office`,
        职责: '领导服务站，跨社区派单',
        英文职责: 'Leads the stations and hands out work across communities',
      }),
    ]),
    ...communities.flatMap(threeBodies),
    ...partyTree(communities),
  ];
}
