import { withoutSeparators } from './plain-text.ts';
import { type Refusal, refuse } from './refusal.ts';

declare const publicNumber: unique symbol;
/** The number people know a thing by: eleven digits, two of the year, eight at random, one check digit. */
export type PublicNumber = string & { readonly [publicNumber]: true };

export type NumberRefusal = Refusal<
  'number_empty' | 'number_has_letters' | 'number_length' | 'number_mistyped'
>;

const RANDOM_BELOW = 100_000_000;
// Has no factor in common with the bound, so every number comes up, and neighbours in a row differ in all digits.
const STRIDE = 38_196_601;

/** ISO 7064 MOD 11,10: what the digits so far leave behind. */
function residue(digits: string): number {
  let p = 10;
  for (const digit of digits) p = (((p + Number(digit)) % 10 || 10) * 2) % 11;
  return p;
}

const isValid = (digits: string) =>
  (residue(digits.slice(0, -1)) + Number(digits.at(-1))) % 10 === 1;
const withCheck = (digits: string) => `${digits}${(11 - residue(digits)) % 10}`;

/**
 * MOD 11,10 alone misses 20 of 900 adjacent transpositions, so a number that would stay valid with two
 * neighbours swapped is never issued. The year's own digits are left out: 56 and 65 are such a pair, and by 2065
 * nobody mistakes the decade.
 */
function survivesSwaps(digits: string): boolean {
  for (let i = 2; i < digits.length; i++) {
    const [a, b] = [digits.charAt(i - 1), digits.charAt(i)];
    if (a !== b && isValid(`${digits.slice(0, i - 1)}${b}${a}${digits.slice(i + 1)}`)) return false;
  }
  return true;
}

/**
 * A number of a year from a random integer below 100,000,000; another one where that would not survive a
 * slip of the fingers. Two calls may give the same number: the unique index decides, the caller tries again.
 */
export function makeNumber(year: number, random: number): PublicNumber {
  const yy = String(year % 100).padStart(2, '0');
  for (let tried = 0; tried < 1000; tried++) {
    const body = String((random + tried * STRIDE) % RANDOM_BELOW).padStart(8, '0');
    const digits = withCheck(`${yy}${body}`);
    if (survivesSwaps(digits)) return digits as PublicNumber;
  }
  throw new RangeError(`no number for ${year}`);
}

/** Reads a number as people type it: spaces, dashes and full-width digits don't matter. */
export function parseNumber(given: string): PublicNumber | NumberRefusal {
  const digits = withoutSeparators(given);
  if (digits === '') return refuse('number_empty');
  if (!/^\d+$/.test(digits)) return refuse('number_has_letters');
  if (digits.length !== 11) return refuse('number_length', { digits: digits.length });
  return isValid(digits) ? (digits as PublicNumber) : refuse('number_mistyped');
}

/** As printed and read aloud: '26-4830-17256'. */
export function formatNumber(number: PublicNumber): string {
  return `${number.slice(0, 2)}-${number.slice(2, 6)}-${number.slice(6)}`;
}
