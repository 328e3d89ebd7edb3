// The secretaries of the community Party committees on one day: how many, how old, how schooled; every figure with its count.
import { ageOn, type PlainDate } from '#kernel/pure/dates.ts';
import type { Share } from '#kernel/pure/statistics.ts';
import { EDUCATIONS, type Education } from '#modules/people/pure.ts';

export type Secretary = {
  readonly birthDate: PlainDate | null;
  readonly education: Education | null;
};

export type SecretariesReport = {
  readonly date: PlainDate;
  /** Committees that have a secretary on the day, and all committees there are. */
  readonly filled: Share;
  /** Mean of full years, one decimal, rounded half up; null where no birth date is known. */
  readonly meanAge: number | null;
  /** How many secretaries the mean is taken over. */
  readonly agesKnown: number;
  readonly upTo35: Share;
  /** By education code, each as a share of those whose education is known. */
  readonly educations: readonly { readonly education: Education; readonly share: Share }[];
  readonly bachelorOrHigher: Share;
  readonly postgraduates: Share;
};

const YOUNG = 35;

export function reportSecretaries(
  secretaries: readonly Secretary[],
  committees: number,
  date: PlainDate,
): SecretariesReport {
  const ages = secretaries.flatMap(({ birthDate }) =>
    birthDate === null ? [] : [ageOn(birthDate, date)],
  );
  const known = secretaries.flatMap(({ education }) => (education === null ? [] : [education]));
  const share = (...codes: Education[]): Share => ({
    count: known.filter((education) => codes.includes(education)).length,
    of: known.length,
  });
  return {
    date,
    filled: { count: secretaries.length, of: committees },
    meanAge: meanOfOneDecimal(ages),
    agesKnown: ages.length,
    upTo35: { count: ages.filter((age) => age <= YOUNG).length, of: ages.length },
    educations: EDUCATIONS.map((education) => ({ education, share: share(education) })),
    bachelorOrHigher: share('10', '20'),
    postgraduates: share('10'),
  };
}

/** In whole numbers, so that no float decides a digit. */
function meanOfOneDecimal(ages: readonly number[]): number | null {
  if (ages.length === 0) return null;
  const sum = ages.reduce((total, age) => total + age, 0);
  return Math.floor((20 * sum + ages.length) / (2 * ages.length)) / 10;
}
