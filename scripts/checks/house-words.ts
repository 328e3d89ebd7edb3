import { existsSync } from 'node:fs';

type Ban = { readonly pattern: RegExp; readonly why: string };

// Written with one-letter classes so that this file does not break its own law.
const BANS: readonly Ban[] = [
  {
    pattern: /(?<![\w.])\/(wor[k]|far[m]|roo[t]|Users|home\/[a-z]+)\//,
    why: 'a path of one machine',
  },
  { pattern: /\.\.\/share[d]\/[a-z]/, why: 'a path outside the repository' },
  { pattern: /registry[.]npmjs|npmmirro[r]|verdacci[o]|artifactor[y]/, why: 'a package host' },
  { pattern: /\b(A[I]|LL[M]s?|chatbo[t]s?)\b/, why: 'how a text was made is not its subject' },
  {
    pattern: /(?<!user[- ])\bagen[t]s?\b(?!:)/i,
    why: 'a word about development; people have roles here',
  },
  // govuk-frontend's own folder and mixins are called so.
  { pattern: /\bhelpe[r]s?\b(?![."])/i, why: 'a name that says nothing: name what it does' },
  {
    pattern: /\b(TOD[O]|FIXM[E]|XX[X])\b(?!\(#\d+\))/,
    why: 'an open end without its issue number',
  },
  { pattern: /not implemente[d]|coming soo[n]|work in progres[s]/i, why: 'an unfinished promise' },
];

const DOCUMENT = /\b(?:design|domain|style)\.md\b/g;
const EXEMPT = /(^package-lock\.json$|^LICENSE$|[.](png|jpg|webp|ico|xlsx|pdf|woff2?)$)/;

export function isRead(path: string): boolean {
  return !EXEMPT.test(path);
}

/** Words in a file that a reader of the repository should not meet, as `path:line: why`. */
export function wordsToRemove(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const whys = BANS.filter(({ pattern }) => pattern.test(line)).map(({ why }) => why);
    const absent = (line.match(DOCUMENT) ?? []).filter((name) => !existsSync(`docs/${name}`));
    const all = [...whys, ...absent.map((name) => `${name} is not in the repository`)];
    return all.map((why) => `${path}:${index + 1}: ${why}`);
  });
}
