// Which numbers hold: those in force on the day of the event, for its kind of thing, at its place.
import { areaPrefix, areaRange, isWithin } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { RuleCode } from './rule-set.contract.ts';
import type { RuleSet, RuleSetOf } from './rule-set.types.ts';

/** The area of rules that hold in the whole district. */
export const EVERYWHERE = '000000000000';
/** The subject of rules for everything that has none of its own. */
export const ANY_SUBJECT = '*';

export function coversArea(ruleArea: string, area: string): boolean {
  return ruleArea === EVERYWHERE || isWithin(areaRange(ruleArea), area);
}

/** How narrow an area is: 0 everywhere, 6 a district, 9 a subdistrict, 12 a community. */
export function areaNarrowness(area: string): number {
  return area === EVERYWHERE ? 0 : areaPrefix(area).length;
}

type Dated = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

export function inForce({ validFrom, validTo }: Dated, on: PlainDate): boolean {
  return validFrom <= on && (validTo === null || on < validTo);
}

/**
 * The rule set of a code for an event: its own subject before '*', then the narrowest area, then the latest
 * beginning. The date is that of the event, so a case keeps the rules it began under.
 */
export function pickRuleSet<C extends RuleCode>(
  sets: readonly RuleSet[],
  code: C,
  date: PlainDate,
  area: string,
  subject = ANY_SUBJECT,
): RuleSetOf<C> | undefined {
  let best: RuleSet | undefined;
  for (const set of sets) {
    const fits =
      set.code === code &&
      (set.subject === subject || set.subject === ANY_SUBJECT) &&
      inForce(set, date) &&
      coversArea(set.area, area);
    if (fits && (!best || isCloser(set, best))) best = set;
  }
  return best as RuleSetOf<C> | undefined;
}

function isCloser(a: RuleSet, b: RuleSet): boolean {
  const own = Number(a.subject !== ANY_SUBJECT) - Number(b.subject !== ANY_SUBJECT);
  const narrower = areaNarrowness(a.area) - areaNarrowness(b.area);
  return (own || narrower || (a.validFrom > b.validFrom ? 1 : -1)) > 0;
}
