// The demo district's places: the seven historical subdistricts, two community names of the article, all others invented.

export const DISTRICT = {
  code: '320105000000',
  name: '建邺区',
  nameEn: 'Jianye District',
} as const;

export type Subdistrict = {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
};
export type Place = {
  readonly code: string;
  readonly kind: 'community' | 'village';
  readonly name: string;
  readonly nameEn: string;
  readonly subdistrict: Subdistrict;
};

type Given = readonly [name: string, nameEn: string];
type Written = {
  readonly name: string;
  readonly nameEn: string;
  readonly communities: readonly Given[];
  readonly villages: readonly Given[];
};

const WRITTEN: readonly Written[] = [
  {
    name: '滨湖',
    nameEn: 'Binhu',
    communities: [
      ['松涛里', 'Songtaoli'],
      ['竹影里', 'Zhuyingli'],
      ['梅香里', 'Meixiangli'],
      ['兰溪里', 'Lanxili'],
      ['菊圃里', 'Jupuli'],
      ['荷风里', 'Hefengli'],
    ],
    villages: [],
  },
  {
    name: '南湖',
    nameEn: 'Nanhu',
    communities: [
      ['怡园', 'Yiyuan'],
      ['桐荫里', 'Tongyinli'],
      ['榆荫里', 'Yuyinli'],
      ['槐安里', 'Huaianli'],
      ['枫晚里', 'Fengwanli'],
      ['桂月里', 'Guiyueli'],
      ['柏青里', 'Baiqingli'],
      ['杏林里', 'Xinglinli'],
    ],
    villages: [],
  },
  {
    name: '兴隆',
    nameEn: 'Xinglong',
    communities: [
      ['凤栖苑', 'Fengqiyuan'],
      ['桃溪里', 'Taoxili'],
      ['棠梨里', 'Tanglili'],
      ['芦汀里', 'Lutingli'],
      ['苇岸里', 'Weianli'],
      ['蒲塘里', 'Putangli'],
      ['菱歌里', 'Linggeli'],
    ],
    villages: [],
  },
  {
    name: '南苑',
    nameEn: 'Nanyuan',
    communities: [
      ['莲渚里', 'Lianzhuli'],
      ['柳浪里', 'Liulangli'],
      ['杉径里', 'Shanjingli'],
      ['榉园里', 'Juyuanli'],
      ['樟影里', 'Zhangyingli'],
      ['橘颂里', 'Jusongli'],
    ],
    villages: [],
  },
  {
    name: '沙洲',
    nameEn: 'Shazhou',
    communities: [
      ['枣巷里', 'Zaoxiangli'],
      ['栗坡里', 'Lipoli'],
      ['葵圃里', 'Kuipuli'],
      ['蕉雨里', 'Jiaoyuli'],
      ['茶亭里', 'Chatingli'],
    ],
    villages: [
      ['东圩新村', 'Dongwei New'],
      ['西圩新村', 'Xiwei New'],
      ['麦垄新村', 'Mailong New'],
      ['稻香新村', 'Daoxiang New'],
      ['藕塘新村', 'Outang New'],
    ],
  },
  {
    name: '双闸',
    nameEn: 'Shuangzha',
    communities: [
      ['麦野里', 'Maiyeli'],
      ['禾田里', 'Hetianli'],
      ['云栈里', 'Yunzhanli'],
      ['星桥里', 'Xingqiaoli'],
    ],
    villages: [
      ['芦埂新村', 'Lugeng New'],
      ['柳埂新村', 'Liugeng New'],
      ['荷埂新村', 'Hegeng New'],
      ['蓼滩新村', 'Liaotan New'],
      ['菱滩新村', 'Lingtan New'],
      ['苇滩新村', 'Weitan New'],
    ],
  },
  {
    name: '江心洲',
    nameEn: 'Jiangxinzhou',
    communities: [
      ['月泉里', 'Yuequanli'],
      ['潮音里', 'Chaoyinli'],
    ],
    villages: [
      ['葡园新村', 'Puyuan New'],
      ['梨园新村', 'Liyuan New'],
      ['桑园新村', 'Sangyuan New'],
      ['蔬园新村', 'Shuyuan New'],
      ['渔园新村', 'Yuyuan New'],
      ['棉园新村', 'Mianyuan New'],
      ['枣园新村', 'Zaoyuan New'],
    ],
  },
];

const FIRST_SUBDISTRICT = 901;
const FIRST_VILLAGE = 201;

const numbered = (n: number) => String(n).padStart(3, '0');

export const SUBDISTRICTS: readonly Subdistrict[] = WRITTEN.map(({ name, nameEn }, n) => ({
  code: `320105${FIRST_SUBDISTRICT + n}000`,
  name: `${name}街道`,
  nameEn: `${nameEn} Subdistrict`,
}));

/** The 38 communities and 18 administrative villages, subdistrict by subdistrict. */
export const PLACES: readonly Place[] = WRITTEN.flatMap(({ communities, villages }, n) => {
  const subdistrict = SUBDISTRICTS[n];
  if (!subdistrict) return [];
  const base = subdistrict.code.slice(0, 9);
  return [
    ...communities.map(
      ([name, nameEn], k): Place => ({
        code: `${base}${numbered(k + 1)}`,
        kind: 'community',
        name: `${name}社区`,
        nameEn: `${nameEn} Community`,
        subdistrict,
      }),
    ),
    ...villages.map(
      ([name, nameEn], k): Place => ({
        code: `${base}${numbered(k + FIRST_VILLAGE)}`,
        kind: 'village',
        name,
        nameEn: `${nameEn} Village`,
        subdistrict,
      }),
    ),
  ];
});

export const COMMUNITIES = PLACES.filter(({ kind }) => kind === 'community');

/** Yiyuan in Nanhu, whose Opinion Express the article tells of. */
export const YIYUAN = '320105902001';
/** Binhu, the first pilot. */
export const PILOT = '320105901000';
