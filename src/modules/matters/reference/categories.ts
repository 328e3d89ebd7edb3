import type { Space } from '../matters/matter.types.ts';

export type Category = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly space: Space;
  readonly isSafety: boolean;
  /** Also carries a first clock: make it safe at once, then mend it. */
  readonly group: 'works' | 'order' | 'living' | 'people' | 'voice';
};

const works = { space: 'public', isSafety: false, group: 'works' } as const;
const order = { space: 'public', isSafety: false, group: 'order' } as const;
const living = { space: 'home', isSafety: false, group: 'living' } as const;
const people = { space: 'person', isSafety: false, group: 'people' } as const;

/** What residents speak of. Keys are those of the rule sets 'matter.deadline'; a category without its own row has the general limit. */
export const CATEGORIES: readonly Category[] = [
  { key: 'street_light', zh: '路灯不亮', en: 'Street light out', ...works },
  { key: 'road_damage', zh: '路面破损', en: 'Damaged road', ...works },
  {
    key: 'manhole',
    zh: '井盖缺损',
    en: 'Manhole cover missing or broken',
    ...works,
    isSafety: true,
  },
  { key: 'sewer', zh: '下水道堵塞', en: 'Blocked sewer', ...works },
  { key: 'septic_tank', zh: '化粪池外溢', en: 'Overflowing septic tank', ...works },
  { key: 'water_leak', zh: '水管漏水', en: 'Leaking water pipe', ...works },
  { key: 'fallen_tree', zh: '树木倒伏', en: 'Fallen tree', ...works, isSafety: true },
  { key: 'greenery', zh: '绿化养护', en: 'Trees and greenery', ...works },
  { key: 'fitness_equipment', zh: '健身器材损坏', en: 'Broken fitness equipment', ...works },
  { key: 'exposed_garbage', zh: '垃圾暴露', en: 'Rubbish lying about', ...order },
  { key: 'dirty_road', zh: '道路不洁', en: 'Dirty road', ...order },
  { key: 'illegal_building', zh: '违法搭建', en: 'Illegal building', ...order },
  { key: 'parking', zh: '乱停车', en: 'Wrong parking', ...order },
  { key: 'noise', zh: '噪声扰民', en: 'Noise', ...order },
  {
    key: 'stairwell_clutter',
    zh: '楼道堆物',
    en: 'Things left in the stairwell',
    ...order,
    isSafety: true,
  },
  { key: 'fire_safety', zh: '消防隐患', en: 'Fire hazard', ...order, isSafety: true },
  { key: 'public_security', zh: '治安防范', en: 'Safety of the neighbourhood', ...order },
  {
    key: 'lift',
    zh: '电梯故障',
    en: 'Lift out of order',
    ...living,
    space: 'public',
    isSafety: true,
  },
  { key: 'property_management', zh: '物业服务', en: 'Property management', ...living },
  { key: 'home_repair', zh: '家中维修求助', en: 'Help with a repair at home', ...living },
  {
    key: 'neighbour_dispute',
    zh: '邻里纠纷',
    en: 'Dispute between neighbours',
    space: 'dispute',
    isSafety: false,
    group: 'people',
  },
  { key: 'elderly_care', zh: '老人照料', en: 'Care of an elderly person', ...people },
  { key: 'disability', zh: '残疾人帮助', en: 'Help with a disability', ...people },
  { key: 'hardship', zh: '生活困难', en: 'Hardship', ...people },
  { key: 'employment', zh: '就业', en: 'Work', ...people },
  { key: 'medical', zh: '医疗和医保', en: 'Medical care and insurance', ...people },
  {
    key: 'culture_sports',
    zh: '文化体育活动',
    en: 'Culture and sports',
    space: 'public',
    isSafety: false,
    group: 'voice',
  },
  {
    key: 'other',
    zh: '其他',
    en: 'Something else',
    space: 'public',
    isSafety: false,
    group: 'voice',
  },
];

const byKey = new Map(CATEGORIES.map((category) => [category.key, category]));

export function findCategory(key: string): Category | undefined {
  return byKey.get(key);
}
