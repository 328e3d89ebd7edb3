import type { Language } from './messages.ts';

/** `count` of `of`, kept together: a share is never shown without what it is a share of. */
export type Share = { readonly count: number; readonly of: number };
export type Interval = { readonly low: number; readonly high: number };

/** Two-sided 95 % of the normal distribution. */
const Z95 = 1.959964;

/** Wilson's score interval for a share at 95 %; undefined where there is nothing to be a share of. */
export function wilson({ count, of }: Share, z = Z95): Interval | undefined {
  if (of <= 0) return undefined;
  const p = count / of;
  const z2 = z * z;
  const middle = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** '88.9 %', rounded half up in whole numbers so that no float decides a digit; '–' where there is no base. */
export function percent({ count, of }: Share): string {
  if (of <= 0) return '–';
  const tenths = Math.floor((count * 2000 + of) / (2 * of));
  return `${Math.floor(tenths / 10)}.${tenths % 10} %`;
}

/** The share with its base: '36 件中的 32 件（88.9 %）', '32 of 36 (88.9 %)'. */
export function shareText(share: Share, language: Language, unit = ''): string {
  const { count, of } = share;
  return language === 'zh'
    ? `${of}${unit && ` ${unit}`}中的 ${count}${unit && ` ${unit}`}（${percent(share)}）`
    : `${count} of ${of} (${percent(share)})`;
}
