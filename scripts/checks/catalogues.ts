type Leaf = { readonly path: string; readonly value: unknown };

const CJK = /[\u4e00-\u9fff]/;
// The Chinese name of a thing may follow its English name in brackets.
const BRACKETS = /\([^()]*\)/g;
// The way to the other language is written in that language.
const OTHER_LANGUAGE = /language[^.]*$/i;
const LOUD = /[!！]|\p{Extended_Pictographic}/u;

function leavesOf(value: unknown, path: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path ? `${path}.${key}` : key),
  );
}

/**
 * What is missing or unfit in one catalogue: a text in one language only, an empty text, Chinese left in the English,
 * an exclamation mark or an emoji. The compiler already demands the same keys; this reads the words.
 */
export function faultsOfCatalogue(zh: unknown, en: unknown): string[] {
  const chinese = new Map(leavesOf(zh, '').map(({ path, value }) => [path, value]));
  const english = new Map(leavesOf(en, '').map(({ path, value }) => [path, value]));
  const faults: string[] = [];
  for (const path of new Set([...chinese.keys(), ...english.keys()])) {
    faults.push(
      ...faultsOfText(path, chinese.get(path), english.get(path)).map((why) => `${path}: ${why}`),
    );
  }
  return faults;
}

function faultsOfText(path: string, zh: unknown, en: unknown): string[] {
  if (zh === undefined) return ['has no Chinese'];
  if (en === undefined) return ['has no English'];
  if (typeof zh !== typeof en) return ['is of two kinds'];
  if (typeof zh !== 'string' || typeof en !== 'string') return [];
  const faults: string[] = [];
  if (zh.trim() === '' || en.trim() === '') faults.push('is empty');
  if (!OTHER_LANGUAGE.test(path) && CJK.test(en.replace(BRACKETS, '')))
    faults.push('has Chinese in the English');
  if (LOUD.test(zh) || LOUD.test(en)) faults.push('shouts: no exclamation marks, no emoji');
  return faults;
}
