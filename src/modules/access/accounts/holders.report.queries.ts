import { type SqlBool, sql } from 'kysely';
import type { Db } from '#kernel/db/client.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';

export type Holding = {
  readonly personId: string;
  readonly holderName: string;
  readonly postCode: string;
  readonly organisation: string;
};

/** Who holds which post on a day, by person: of these persons, or of the bodies of one area. */
export async function listHoldings(
  db: Db,
  on: PlainDate,
  of: { readonly persons: readonly string[] } | { readonly area: string },
): Promise<Holding[]> {
  const wanted =
    'area' in of
      ? sql<SqlBool>`appointment.area = ${of.area}`
      : sql<SqlBool>`appointment.person_id = any (${[...of.persons]}::uuid[])`;
  return await db
    .selectFrom('appointment')
    .innerJoin(
      'organisationVersion as version',
      'version.organisationId',
      'appointment.organisationId',
    )
    .select(['personId', 'holderName', 'postCode', 'version.name as organisation'])
    .where(wanted)
    .where(({ eb, and, or }) =>
      and([
        eb('appointment.validFrom', '<=', on),
        or([eb('appointment.validTo', 'is', null), eb('appointment.validTo', '>', on)]),
        eb('version.validFrom', '<=', on),
        or([eb('version.validTo', 'is', null), eb('version.validTo', '>', on)]),
      ]),
    )
    .orderBy('holderName')
    .orderBy('personId')
    .orderBy('version.name')
    .execute();
}
