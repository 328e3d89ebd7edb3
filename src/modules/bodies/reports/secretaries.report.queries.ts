import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Education } from '#modules/people/pure.ts';
import type { Secretary } from './secretaries.rules.ts';

/**
 * The secretaries of the community Party committees in office on a day, within an area, with birth date and
 * education. Row-level security shows a person to staff of his area only, so the scope's range bounds the answer too.
 */
export async function listSecretaries(
  db: Db,
  date: PlainDate,
  range: AreaRange,
): Promise<Secretary[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .select(['p.birthDate', 'p.education'])
    .where('a.organisationKind', '=', 'PARTY_COMMITTEE')
    .where('a.postCode', '=', 'secretary')
    .where('a.area', '>=', range.lo)
    .where('a.area', '<', range.hi)
    .where('a.validFrom', '<=', date)
    .where((where) => where.or([where('a.validTo', 'is', null), where('a.validTo', '>', date)]))
    .execute();
  return rows.map((row) => ({
    birthDate: row.birthDate as PlainDate | null,
    education: row.education as Education | null,
  }));
}
