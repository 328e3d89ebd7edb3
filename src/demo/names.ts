import type { Random } from './random.ts';

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧阳'.match(
    /欧阳|./g,
  ) ?? ['王'];
const FEMALE =
  '芳娜敏静秀娟英华慧巧美玲玉萍红月彩春菊兰凤洁梅琳素云莲真环雪荣爱妹霞香莺媛艳瑞凡佳嘉琼勤珍贞莉桂叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓';
const MALE =
  '伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子杰涛昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德';

const letter = (random: Random, letters: string) =>
  letters[random.between(0, letters.length - 1)] ?? '明';

export type Invented = { readonly name: string; readonly sex: '1' | '2' };

/** A name nobody was given on purpose. */
export function inventName(
  random: Random,
  sex: '1' | '2' = random.chance(0.5) ? '1' : '2',
): Invented {
  const given = sex === '1' ? MALE : FEMALE;
  const rest = random.chance(0.75)
    ? letter(random, given) + letter(random, given)
    : letter(random, given);
  return { name: `${random.pick(SURNAMES)}${rest}`, sex };
}

/** A telephone number no operator can issue: 100 0000 and four digits. */
export const telephone = (n: number) => `1000000${String(n % 10_000).padStart(4, '0')}`;
