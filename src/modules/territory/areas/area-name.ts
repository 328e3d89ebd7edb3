import { pinyin } from 'pinyin-pro';
import type { Language } from '#kernel/pure/messages.ts';
import type { Area, AreaKind } from './area.types.ts';

export type NamedArea = Pick<Area, 'kind' | 'name' | 'nameEn'>;

const KINDS: Readonly<Record<AreaKind, string>> = {
  district: 'District',
  subdistrict: 'Subdistrict',
  community: 'Community',
  village: 'Village',
};
/** Words at the end of a name that say what it is, where English has one of its own for them. */
const ENDS: readonly (readonly [RegExp, string?])[] = [
  [/县$/, 'County'],
  [/镇$/, 'Town'],
  [/乡$/, 'Township'],
  [/(区|街道|社区|行政村|村)$/],
];

/** An area's English name: its own, else its name's sounds and what it is (怡园社区 → Yiyuan Community). */
export function englishAreaName({ kind, name, nameEn }: NamedArea): string {
  if (nameEn !== null) return nameEn;
  const [end, word = KINDS[kind]] = ENDS.find(([pattern]) => pattern.test(name)) ?? [/$/];
  const stem = name.replace(end, '');
  return `${stem === '' ? name : sounds(stem)} ${word}`;
}

/** What an area is called in the reader's language. */
export const areaName = (lang: Language, area: NamedArea): string =>
  lang === 'en' ? englishAreaName(area) : area.name;

/** In pinyin without tones as one word; before a, e, o within it an apostrophe (GB/T 16159). */
function sounds(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const word = syllables
    .map((syllable, at) => (at > 0 && /^[aeo]/.test(syllable) ? `’${syllable}` : syllable))
    .join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
