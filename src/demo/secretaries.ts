import { randomOf } from './random.ts';

/** One secretary of a community's Party committee in one term. */
export type Term = {
  readonly community: number;
  readonly from: string;
  readonly to: string | null;
  readonly birthDate: string;
  readonly education: '研究生' | '大学本科' | '大学专科' | '高中';
};

// Figures of the article that counts of 38 can give: ages add up to 1,778 (mean 46.8) and 1,642 (43.2); 8 of 38 with a
// degree before (21 %), 28 after (73.6 % truncated), 2 of them postgraduates; 8 of 38 are up to 35 (no count gives 20 %).
const COUNT = 38;
export const BEFORE = '2008-12-31';
export const AFTER = '2010-12-09';
const SUM_BEFORE = 1778;
const SUM_AFTER = 1642;
const STAYING = 8;
const YOUNG = 8;
const DEGREES_STAYING = 4;
const DEGREES_BEFORE = 8;
const DEGREES_AFTER = 28;
const POSTGRADUATES = 2;

type Aged = { readonly birthDate: string; readonly education: Term['education'] };

function bornAt(age: number, on: string, n: number): string {
  const month = String(1 + ((n * 5) % 11)).padStart(2, '0');
  const day = String(1 + ((n * 7) % 28)).padStart(2, '0');
  return `${Number(on.slice(0, 4)) - age}-${month}-${day}`;
}

const ageAt = (birthDate: string, on: string) =>
  Number(on.slice(0, 4)) -
  Number(birthDate.slice(0, 4)) -
  (birthDate.slice(5) > on.slice(5) ? 1 : 0);

/** Ages between bounds that add up to a sum. */
function agesOf(count: number, sum: number, lo: number, hi: number, seed: number): number[] {
  const random = randomOf(seed);
  const ages = Array.from({ length: count }, () => random.between(lo, hi));
  for (let off = sum - ages.reduce((a, b) => a + b, 0), n = 0; off !== 0; n = (n + 1) % count) {
    const age = ages[n] ?? lo;
    const step = Math.sign(off);
    if (age + step < lo || age + step > hi) continue;
    ages[n] = age + step;
    off -= step;
  }
  return ages;
}

/** The 38 before the reform: those who stay come first. */
function before(): Aged[] {
  return agesOf(COUNT, SUM_BEFORE, 38, 57, 11).map((age, n) => ({
    birthDate: bornAt(age, BEFORE, n),
    education:
      n < DEGREES_STAYING || (n >= STAYING && n < STAYING + DEGREES_BEFORE - DEGREES_STAYING)
        ? '大学本科'
        : n % 2 === 0
          ? '大学专科'
          : '高中',
  }));
}

function after(staying: readonly Aged[]): Aged[] {
  const old = staying.reduce((sum, { birthDate }) => sum + ageAt(birthDate, AFTER), 0);
  const young = agesOf(YOUNG, 33 * YOUNG, 29, 35, 13);
  const rest = agesOf(
    COUNT - STAYING - YOUNG,
    SUM_AFTER - old - young.reduce((a, b) => a + b, 0),
    36,
    55,
    17,
  );
  const degrees = DEGREES_AFTER - DEGREES_STAYING;
  return [...young, ...rest].map((age, n) => ({
    birthDate: bornAt(age, AFTER, n + 3),
    education: n < POSTGRADUATES ? '研究生' : n < degrees ? '大学本科' : '大学专科',
  }));
}

const LATER = ['2014-03-01', '2018-09-01', '2023-06-01'] as const;

/** When a community's new secretary came: between the pilot and autumn 2010. */
const changedOn = (n: number) =>
  n % 3 === 0 ? `2009-${String(5 + (n % 8)).padStart(2, '0')}-20` : `2010-0${1 + (n % 8)}-15`;

/** All terms of all 38, from about 2005 to today. */
export function secretaryTerms(): Term[] {
  const first = before();
  const second = [...first.slice(0, STAYING), ...after(first.slice(0, STAYING))];
  return first.flatMap((old, n) => {
    const stays = n < STAYING;
    const now = second[n] ?? old;
    const change = changedOn(n);
    const archive: Term[] = stays
      ? [{ ...old, community: n, from: '2005-03-01', to: LATER[0] }]
      : [
          { ...old, community: n, from: '2005-03-01', to: change },
          { ...now, community: n, from: change, to: LATER[0] },
        ];
    const later = LATER.map((from, k): Term => {
      const random = randomOf(1000 + n * 10 + k);
      return {
        community: n,
        from,
        to: LATER[k + 1] ?? null,
        birthDate: bornAt(random.between(31, 50), from, n + k),
        education: random.chance(0.2) ? '研究生' : random.chance(0.85) ? '大学本科' : '大学专科',
      };
    });
    return [...archive, ...later];
  });
}
