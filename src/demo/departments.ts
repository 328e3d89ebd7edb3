// The district's offices, departments and centres in the demo; whom a whistle goes to for which kind of thing.

export type Department = {
  readonly code: string;
  readonly kind:
    | 'DEPARTMENT'
    | 'DISTRICT_OFFICE'
    | 'COMMAND_CENTRE'
    | 'SUPERVISION_CENTRE'
    | 'HOTLINE'
    | 'CALL_POOL'
    | 'SERVICE_CENTRE';
  readonly name: string;
  readonly nameEn: string;
  readonly duties: string;
  readonly dutiesEn: string;
};

const department = (
  n: number,
  name: string,
  nameEn: string,
  duties: string,
  dutiesEn: string,
): Department => ({
  code: `BM${String(n).padStart(2, '0')}`,
  kind: 'DEPARTMENT',
  name,
  nameEn,
  duties,
  dutiesEn,
});

export const DEPARTMENTS: readonly Department[] = [
  department(
    1,
    '区城市管理局',
    'Urban Management Bureau',
    '路灯、市容、违法搭建',
    'Street lights, appearance of the city, illegal building',
  ),
  department(
    2,
    '区住房和建设局',
    'Housing and Construction Bureau',
    '道路、房屋修缮、物业监管',
    'Roads, repair of buildings, property companies',
  ),
  department(
    3,
    '区水务局',
    'Water Bureau',
    '下水道、化粪池、供水管网',
    'Sewers, septic tanks, water mains',
  ),
  department(
    4,
    '区环境卫生管理所',
    'Sanitation Office',
    '垃圾清运、道路保洁',
    'Refuse and street cleaning',
  ),
  department(
    5,
    '区园林绿化所',
    'Parks and Greenery Office',
    '行道树、绿地养护',
    'Street trees and greens',
  ),
  department(
    6,
    '公安建邺分局',
    'Public Security Sub-bureau',
    '治安、噪声、流动人口',
    'Public order, noise, newcomers',
  ),
  department(
    7,
    '区交通警察大队',
    'Traffic Police',
    '停车秩序、交通标志',
    'Parking and traffic signs',
  ),
  department(
    8,
    '区消防救援大队',
    'Fire and Rescue',
    '消防隐患、通道堵塞',
    'Fire hazards and blocked passages',
  ),
  department(
    9,
    '区市场监督管理局',
    'Market Regulation Bureau',
    '电梯、食品、价格',
    'Lifts, food, prices',
  ),
  department(
    10,
    '区生态环境局',
    'Ecology and Environment Bureau',
    '油烟、工地噪声、污水',
    'Fumes, building noise, waste water',
  ),
  department(
    11,
    '区人力资源和社会保障局',
    'Human Resources and Social Security Bureau',
    '就业、社会保险',
    'Work and social insurance',
  ),
  department(12, '区医疗保障局', 'Medical Insurance Bureau', '医保待遇、报销', 'Medical insurance'),
  department(
    13,
    '区卫生健康局',
    'Health Bureau',
    '社区医疗、家庭医生',
    'Community medicine, family doctors',
  ),
  department(
    14,
    '区残疾人联合会',
    'Disabled Persons’ Federation',
    '残疾人服务',
    'Help for the disabled',
  ),
  department(
    15,
    '区文化和旅游局',
    'Culture and Tourism Bureau',
    '文化站、演出',
    'Culture stations and shows',
  ),
  department(16, '区体育局', 'Sports Bureau', '健身器材、场地', 'Fitness equipment and grounds'),
  department(
    17,
    '区教育局',
    'Education Bureau',
    '入学、校园周边',
    'Schools and their surroundings',
  ),
  department(
    18,
    '区司法局',
    'Justice Bureau',
    '人民调解、法律援助',
    'People’s mediation, legal aid',
  ),
  department(
    19,
    '区退役军人事务局',
    'Veterans Affairs Bureau',
    '优抚、烈属',
    'Veterans and martyrs’ families',
  ),
  department(20, '区供电营业所', 'Power Supply Office', '供电、线路', 'Electricity and lines'),
];

export const ORGANISATION_OFFICE = 'QJ01';
export const COMMAND = 'ZH01';
export const SUPERVISION = 'JC01';
export const HOTLINE = 'RX01';
export const CALL_POOL = 'HF01';

export const CENTRES: readonly Department[] = [
  {
    code: ORGANISATION_OFFICE,
    kind: 'DISTRICT_OFFICE',
    name: '区委组织部',
    nameEn: 'Organisation Department',
    duties: '基层组织、社区干部',
    dutiesEn: 'Party organisations and community cadres',
  },
  {
    code: 'QJ02',
    kind: 'DISTRICT_OFFICE',
    name: '区民政局',
    nameEn: 'Civil Affairs Bureau',
    duties: '社区建设、规范检查',
    dutiesEn: 'Community building and norm checks',
  },
  {
    code: COMMAND,
    kind: 'COMMAND_CENTRE',
    name: '区社会治理指挥中心',
    nameEn: 'District Command Centre',
    duties: '跨街道派单、催办',
    dutiesEn: 'Hands out work across subdistricts and presses for it',
  },
  {
    code: SUPERVISION,
    kind: 'SUPERVISION_CENTRE',
    name: '区城市管理监督中心',
    nameEn: 'District Supervision Centre',
    duties: '核查、结案',
    dutiesEn: 'Looks, and closes',
  },
  {
    code: HOTLINE,
    kind: 'HOTLINE',
    name: '12345 政务热线建邺分中心',
    nameEn: 'Hotline 12345, Jianye',
    duties: '热线工单转办',
    dutiesEn: 'Passes on what people say by telephone',
  },
  {
    code: CALL_POOL,
    kind: 'CALL_POOL',
    name: '区回访组',
    nameEn: 'Call-back Pool',
    duties: '电话回访',
    dutiesEn: 'Calls those who have not answered',
  },
  ...(
    [
      ['新市民支持中心', 'Newcomers’ Support Centre'],
      ['老年中心', 'Elderly Centre'],
      ['家庭服务中心', 'Family Service Centre'],
      ['青少年服务中心', 'Youth Service Centre'],
      ['残疾人及亲属社会中心', 'Social Centre for the Disabled and their Families'],
      ['邻里互助中心', 'Neighbourhood Mutual-Help Centre'],
    ] as const
  ).map(
    ([name, nameEn], n): Department => ({
      code: `FW0${n + 1}`,
      kind: 'SERVICE_CENTRE',
      name,
      nameEn,
      duties: '百万彩虹计划服务',
      dutiesEn: 'Services of the Million Rainbow Plan',
    }),
  ),
];

/** Which departments have the power or the money for a kind of thing; what is not here stays inside the community. */
export const POWER_OVER: Readonly<Record<string, readonly string[]>> = {
  street_light: ['BM01', 'BM20'],
  road_damage: ['BM02'],
  manhole: ['BM03', 'BM02'],
  sewer: ['BM03'],
  septic_tank: ['BM03'],
  water_leak: ['BM03'],
  fallen_tree: ['BM05'],
  greenery: ['BM05'],
  fitness_equipment: ['BM16'],
  exposed_garbage: ['BM04'],
  dirty_road: ['BM04'],
  illegal_building: ['BM01'],
  parking: ['BM07'],
  noise: ['BM10', 'BM06'],
  fire_safety: ['BM08'],
  public_security: ['BM06'],
  lift: ['BM09'],
  property_management: ['BM02'],
  disability: ['BM14'],
  employment: ['BM11'],
  medical: ['BM12', 'BM13'],
  culture_sports: ['BM15'],
};
