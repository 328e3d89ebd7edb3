import type { PlainDate } from '#kernel/pure/dates.ts';

/** GB/T 2261.1 (ISO/IEC 5218): unknown, male, female, unstated. A field of its own, never read out of an identity number. */
export const SEXES = ['0', '1', '2', '9'] as const;
export type Sex = (typeof SEXES)[number];

/** GB/T 4658-2006: postgraduate, bachelor, college, secondary vocational, senior high, junior high, primary, other. */
export const EDUCATIONS = ['10', '20', '30', '40', '60', '70', '80', '90'] as const;
export type Education = (typeof EDUCATIONS)[number];

export type Person = {
  readonly id: string;
  /** The number of the list the person came from. */
  readonly code: string | null;
  readonly area: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: PlainDate | null;
  readonly education: Education | null;
  /** E.164 where there is one, else the digits. */
  readonly telephone: string | null;
  readonly account: string | null;
};

export type PersonGiven = Omit<Person, 'id' | 'account'>;

/** What a list shows: enough to choose by, not enough to know. */
export type MaskedPerson = {
  readonly id: string;
  readonly area: string;
  readonly surname: string;
  readonly sex: Sex;
  readonly telephoneTail: string | null;
};
