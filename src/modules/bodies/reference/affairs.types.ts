/** The station's three groups and their named affairs (22 in 2010). The lists are open: this is a catalogue, not an enum. */
export type Affair = { readonly code: string; readonly zh: string; readonly en: string };
export type AffairGroup = Affair & { readonly affairs: readonly Affair[] };

export const AFFAIR_GROUPS: readonly AffairGroup[] = [
  {
    code: 'management',
    zh: '社区管理组',
    en: 'Community management group',
    affairs: [
      { code: 'policing', zh: '警务', en: 'Policing' },
      { code: 'public_order', zh: '综治', en: 'Comprehensive public-order management' },
      {
        code: 'help_education',
        zh: '帮教',
        en: 'Help and education of released and at-risk persons',
      },
      { code: 'work_safety', zh: '安监', en: 'Work safety' },
      { code: 'petitions', zh: '信访', en: 'Petitions' },
      { code: 'city_appearance', zh: '市容', en: 'City appearance' },
      { code: 'environment', zh: '环境', en: 'Environment' },
      { code: 'property_management', zh: '物业', en: 'Property management' },
    ],
  },
  {
    code: 'service',
    zh: '社区服务组',
    en: 'Community service group',
    affairs: [
      { code: 'publicity_education', zh: '宣教', en: 'Publicity and education' },
      { code: 'culture', zh: '文化', en: 'Culture' },
      { code: 'sports', zh: '体育', en: 'Sports' },
      { code: 'medical_care', zh: '医疗', en: 'Medical care' },
      { code: 'population', zh: '人口', en: 'Population and family planning' },
      { code: 'disability', zh: '残障', en: 'Disability' },
    ],
  },
  {
    code: 'social_security',
    zh: '社会保障组',
    en: 'Social security group',
    affairs: [
      { code: 'dibao', zh: '低保', en: 'Subsistence allowance (dibao)' },
      { code: 'relief', zh: '救助', en: 'Relief' },
      { code: 'charity', zh: '慈善', en: 'Charity' },
      { code: 'ageing', zh: '老龄', en: 'Ageing' },
      { code: 'preferential_treatment', zh: '优抚', en: 'Veterans and martyrs’ families' },
      { code: 'social_insurance', zh: '社保', en: 'Social insurance' },
      { code: 'medical_insurance', zh: '医保', en: 'Medical insurance' },
      { code: 'employment', zh: '就业', en: 'Employment' },
    ],
  },
];

export const AFFAIRS: readonly Affair[] = AFFAIR_GROUPS.flatMap((group) => group.affairs);

/** The affair of a code or of either name. */
export function affairNamed(text: string): Affair | undefined {
  const key = text.trim().toLowerCase();
  return AFFAIRS.find(({ code, zh, en }) => [code, zh, en.toLowerCase()].includes(key));
}
