// What a matter is about, guessed from the resident's own words, so that nobody has to sort it before sending. A clerk may change it.
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/路灯|street ?light/i, 'street_light'],
  [/(楼梯|楼道|单元).{0,4}灯|stair(case|way|well)? ?(light|lamp)/i, 'property_management'],
  [/灯.{0,2}(坏|不亮|一闪)|没有灯|lamp/i, 'street_light'],
  [/井盖|manhole/i, 'manhole'],
  [/化粪池|septic/i, 'septic_tank'],
  [/下水道|污水|堵塞|sewer|drain/i, 'sewer'],
  [/漏水|水管|爆管|water ?(leak|pipe)/i, 'water_leak'],
  [/电梯|\blift\b|elevator/i, 'lift'],
  [/树.{0,4}(倒|断)|fallen tree/i, 'fallen_tree'],
  [/违建|违章搭建|违法搭建|illegal building/i, 'illegal_building'],
  [/楼道.{0,6}(堆|杂物)|stairwell/i, 'stairwell_clutter'],
  [/消防|灭火|飞线充电|fire (hazard|exit)/i, 'fire_safety'],
  [/噪声|噪音|吵|扰民|noise|noisy/i, 'noise'],
  [/停车|占道|parking|parked/i, 'parking'],
  [/垃圾|rubbish|garbage|litter/i, 'exposed_garbage'],
  [/路面|坑洼|人行道|pothole|pavement/i, 'road_damage'],
  [/绿化|草坪|树枝|hedge|greenery/i, 'greenery'],
  [/健身器材|健身|fitness/i, 'fitness_equipment'],
  [/物业|property manage/i, 'property_management'],
  // An old person who stumbles is mostly why a thing matters, not what it is about.
  [
    /养老|助餐|(独居|照顾|照料|陪护|探望).{0,4}老人|老人.{0,4}(独居|照顾|照料)|elderly care/i,
    'elderly_care',
  ],
  [/残疾|轮椅|wheelchair|disab/i, 'disability'],
  [/低保|困难|hardship/i, 'hardship'],
];

export const UNSORTED = 'auto';

export function guessCategory(words: string): string {
  return SIGNS.find(([sign]) => sign.test(words))?.[1] ?? 'other';
}

const URGENT =
  /着火|起火|火灾|冒烟|燃气泄漏|煤气泄漏|触电|昏倒|受伤|打架|抢劫|gas leak|on fire|injured/i;

/** Words that sound like danger now: the page says whom to call first, and still takes the matter. */
export const soundsUrgent = (words: string): boolean => URGENT.test(words);
