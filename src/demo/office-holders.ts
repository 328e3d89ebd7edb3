import {
  CALL_POOL,
  COMMAND,
  DEPARTMENTS,
  HOTLINE,
  ORGANISATION_OFFICE,
  SUPERVISION,
} from './departments.ts';
import { GRIDS, gridCode } from './layout.ts';
import { inventName, telephone } from './names.ts';
import { officeCode, partyCode, reformedOn, residentsCode, stationCode } from './organisations.ts';
import { COMMUNITIES, type Place, SUBDISTRICTS } from './places.ts';
import { type Random, randomOf } from './random.ts';
import { secretaryTerms } from './secretaries.ts';

/** One row of the list of office holders, by its Chinese headers. */
export type HolderRow = {
  readonly 组织编码: string;
  readonly 岗位: string;
  readonly 人员编号: string;
  readonly 姓名: string;
  readonly 性别: string;
  readonly 出生日期: string;
  readonly 学历: string;
  readonly 联系电话: string;
  readonly 产生方式: string;
  readonly 公务员: string;
  readonly 包片网格: string;
  readonly 任职日期: string;
  readonly 免职日期: string;
};

type Post = readonly [
  post: string,
  origin: '选举' | '选派' | '任命' | '招聘',
  more?: { readonly civil?: boolean; readonly grids?: string; readonly from?: string },
];

const TERM = '2023-11-20';

class Roll {
  readonly rows: HolderRow[] = [];
  readonly #random: Random;
  #persons = 0;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  add(
    organisation: string,
    [post, origin, more = {}]: Post,
    given: Partial<HolderRow> = {},
  ): HolderRow {
    this.#persons += 1;
    const random = this.#random;
    const { name, sex } = inventName(random);
    const row: HolderRow = {
      组织编码: organisation,
      岗位: post,
      人员编号: `RY${String(this.#persons).padStart(5, '0')}`,
      姓名: name,
      性别: sex === '1' ? '男' : '女',
      出生日期: `${random.between(1966, 1999)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
      学历: random.weighted({ 研究生: 6, 大学本科: 58, 大学专科: 30, 高中: 6 }),
      联系电话: telephone(3000 + this.#persons),
      产生方式: origin,
      公务员: more.civil ? '是' : '否',
      包片网格: more.grids ?? '',
      任职日期: more.from ?? TERM,
      免职日期: '',
      ...given,
    };
    this.rows.push(row);
    return row;
  }
}

function ofCommunity(roll: Roll, place: Place): void {
  const party: Post[] = [
    ['副书记', '选举'],
    ['委员', '选举'],
    ['委员', '选举'],
  ];
  const residents: Post[] = [
    ['副主任', '选举'],
    ['委员', '选举'],
    ['委员', '选举'],
    ['委员', '选举'],
    ['核查员', '招聘'],
    ['核查员', '招聘'],
  ];
  const station: Post[] = [
    ['站长', '选派', { civil: true }],
    ['值班长', '招聘'],
    ['值班长', '招聘'],
    ['办事员', '招聘'],
    ['办事员', '招聘'],
    ...Array.from(
      { length: GRIDS },
      (_, n): Post => ['包片社工', '招聘', { grids: gridCode(place, n) }],
    ),
  ];
  for (const post of party) roll.add(partyCode(place), post);
  const director = roll.add(residentsCode(place), ['主任', '选举']);
  // Cross-appointment: the director also sits on the Party committee, as a row of its own.
  roll.rows.push({ ...director, 组织编码: partyCode(place), 岗位: '委员' });
  for (const post of residents) roll.add(residentsCode(place), post);
  for (const post of station) roll.add(stationCode(place), post);
  for (let group = 1; group <= 3; group += 1)
    roll.add(`${stationCode(place)}G${group}`, ['组长', '招聘']);
  archive(roll, place);
}

/** The heads of 2009–2010, as the archive has them. */
function archive(roll: Roll, place: Place): void {
  const until = { 免职日期: '2013-11-20' };
  roll.add(residentsCode(place), ['主任', '选举', { from: reformedOn(place) }], until);
  roll.add(stationCode(place), ['站长', '选派', { civil: true, from: reformedOn(place) }], until);
}

function ofDistrict(roll: Roll): void {
  const office: Post[] = [
    ['主任', '任命', { civil: true }],
    ['副主任', '任命', { civil: true }],
    ['派单员', '任命', { civil: true }],
    ['派单员', '招聘'],
    ['科员', '任命', { civil: true }],
    ['核查员', '招聘'],
    ['回访员', '招聘'],
  ];
  for (const subdistrict of SUBDISTRICTS)
    for (const post of office) roll.add(officeCode(subdistrict), post);
  const department: Post[] = [
    ['负责人', '任命', { civil: true }],
    ['工作人员', '任命', { civil: true }],
    ['联络员', '任命', { civil: true }],
  ];
  for (const { code } of DEPARTMENTS) for (const post of department) roll.add(code, post);
  const centres: readonly (readonly [string, readonly Post[]])[] = [
    [
      ORGANISATION_OFFICE,
      [
        ['负责人', '任命', { civil: true }],
        ['工作人员', '任命', { civil: true }],
      ],
    ],
    [
      'QJ02',
      [
        ['负责人', '任命', { civil: true }],
        ['工作人员', '任命', { civil: true }],
      ],
    ],
    [
      COMMAND,
      [
        ['主任', '任命', { civil: true }],
        ['派单员', '招聘'],
        ['派单员', '招聘'],
        ['科员', '任命', { civil: true }],
        ['核查员', '招聘'],
      ],
    ],
    [
      SUPERVISION,
      [
        ['主任', '任命', { civil: true }],
        ['核查员', '招聘'],
        ['核查员', '招聘'],
      ],
    ],
    [HOTLINE, [['派单员', '招聘']]],
    [
      CALL_POOL,
      [
        ['回访员', '招聘'],
        ['回访员', '招聘'],
        ['回访员', '招聘'],
      ],
    ],
  ];
  for (const [code, posts] of centres) for (const post of posts) roll.add(code, post);
}

/** Every office holder of the demo, of today and of the archive. */
export function officeHolders(communities: readonly Place[] = COMMUNITIES): HolderRow[] {
  const roll = new Roll(320105);
  ofDistrict(roll);
  for (const term of secretaryTerms()) {
    const place = COMMUNITIES[term.community];
    if (!place || !communities.includes(place)) continue;
    roll.add(partyCode(place), ['书记', '选举', { from: term.from }], {
      出生日期: term.birthDate,
      学历: term.education,
      免职日期: term.to ?? '',
    });
  }
  for (const place of communities) ofCommunity(roll, place);
  return roll.rows;
}
