// What may be shown of a name where the whole isn't needed: the surname, which compound surnames (欧阳, 司马) are two characters of.

const COMPOUND = new Set(
  (
    '欧阳 司马 诸葛 上官 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 轩辕 端木 百里 东郭 南宫 呼延 ' +
    '西门 独孤 澹台 申屠 公冶 宗政 濮阳 淳于 单于 太叔 公羊 公西 钟离 闻人 赫连 万俟 闾丘 司寇 仉督 子车 颛孙 ' +
    '巫马 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 东门 南门 羊舌 微生 梁丘 左丘 第五 鲜于 亓官 仲孙 叔孙'
  ).split(' '),
);

const HAN = /^\p{Script=Han}/u;

/** A name as stored: no spaces inside Chinese names, one space between the words of others. */
export function tidyName(name: string): string {
  const tidy = name.normalize('NFC').trim().replace(/\s+/g, ' ');
  return HAN.test(tidy) ? tidy.replace(/ /g, '') : tidy;
}

/**
 * The surname alone: '欧阳' of 欧阳修, '王' of 王小明. Names with a middle dot (阿卜杜拉·买买提) and names in Latin letters show
 * their first character, because which part is a family's differs.
 */
export function maskName(name: string): string {
  const tidy = tidyName(name);
  const [first = '', second = ''] = [...tidy];
  if (!HAN.test(tidy) || tidy.includes('·')) return first;
  return [...tidy].length > 2 && COMPOUND.has(first + second) ? first + second : first;
}

/** The name from its second character on: what a search by given name compares. */
export function tailOf(name: string): string {
  return [...name].slice(1).join('');
}
