import { toHalfWidth, withoutSeparators } from './plain-text.ts';
import { type Refusal, refuse } from './refusal.ts';

export type CreditCodeRefusal = Refusal<
  | 'credit_code_length'
  | 'credit_code_letters'
  | 'credit_code_mistyped'
  | 'organisation_code_mistyped'
>;

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const weigh = (text: string, weights: readonly number[], worth: (c: string) => number) =>
  weights.reduce((sum, weight, i) => sum + weight * worth(text.charAt(i)), 0);

/** The check character of the first 17 of a unified social credit code (GB 32100-2015). */
export function creditCodeCheck(first17: string): string {
  const sum = weigh(first17, CREDIT_WEIGHTS, (c) => ALPHABET.indexOf(c));
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The check character of the first 8 of an organisation code (GB 11714), which a credit code contains. */
export function organisationCodeCheck(first8: string): string {
  const sum = weigh(first8, ORGANISATION_WEIGHTS, (c) => Number.parseInt(c, 36));
  return '0123456789X'.charAt((11 - (sum % 11)) % 11);
}

/** Reads a unified social credit code: both check characters must fit. */
export function parseCreditCode(given: string): string | CreditCodeRefusal {
  const code = withoutSeparators(given).toUpperCase();
  if (code.length !== 18) return refuse('credit_code_length', { characters: code.length });
  if (![...code].every((c) => ALPHABET.includes(c))) return refuse('credit_code_letters');
  if (creditCodeCheck(code) !== code.charAt(17)) return refuse('credit_code_mistyped');
  if (organisationCodeCheck(code.slice(8, 16)) !== code.charAt(16))
    return refuse('organisation_code_mistyped');
  return code;
}

export type Phone = {
  readonly kind: 'mobile' | 'landline' | 'short' | 'test';
  /** What is stored and dialled: E.164 where there is one, else the digits. */
  readonly number: string;
};
export type PhoneRefusal = Refusal<'phone_empty' | 'phone_unreadable'>;

const COUNTRY = /^(\+|00)86/;

/**
 * Reads a telephone number: mobile, landline with or without Nanjing's area code, short code. Invented numbers
 * (1000…: no operator can issue them) are read only where the district admits test identifiers.
 */
export function parsePhone(
  given: string,
  options: { testNumbers?: boolean; areaCode?: string } = {},
): Phone | PhoneRefusal {
  const digits = withoutSeparators(toHalfWidth(given).replace(/[()]/g, '')).replace(COUNTRY, '');
  if (digits === '') return refuse('phone_empty');
  if (/^1[3-9]\d{9}$/.test(digits)) return { kind: 'mobile', number: `+86${digits}` };
  if (options.testNumbers && /^100\d{8}$/.test(digits)) return { kind: 'test', number: digits };
  if (/^[2-8]\d{7}$/.test(digits))
    return { kind: 'landline', number: `+86${options.areaCode ?? '25'}${digits}` };
  if (/^0(10|2\d)[2-8]\d{7}$/.test(digits) || /^0[3-9]\d{2}[2-8]\d{6,7}$/.test(digits)) {
    return { kind: 'landline', number: `+86${digits.slice(1)}` };
  }
  if (/^(1[12]\d|12[0-9]{3}|9[56]\d{3})$/.test(digits)) return { kind: 'short', number: digits };
  return refuse('phone_unreadable');
}

/** '138****5678': enough to recognise one's own, not enough to call. */
export function maskPhone(number: string): string {
  const digits = number.replace(/^\+86/, '');
  return digits.length < 7 ? digits : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
