import { pinyin } from 'pinyin-pro';

/** The first letters of a name's syllables, lower case; surnames by their own readings (曾 z, 单 s, 仇 q). */
export function initialsOf(name: string): string {
  const letters = pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'consecutive',
  });
  return letters
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
