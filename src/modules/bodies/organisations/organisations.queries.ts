import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import { EVERY_AREA } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import {
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
  type OrganisationVersion,
} from './organisation.types.ts';

/** Organisations joined to the version that holds on a day. */
function selectOn(db: Db, date: PlainDate) {
  return db
    .selectFrom('organisation as o')
    .innerJoin('organisationVersion as v', (join) =>
      join
        .onRef('v.organisationId', '=', 'o.id')
        .on('v.validFrom', '<=', date)
        .on((on) => on.or([on('v.validTo', 'is', null), on('v.validTo', '>', date)])),
    )
    .select([
      'o.id',
      'o.code',
      'o.kind',
      'o.area',
      'o.rootId',
      'v.parentId',
      'v.name',
      'v.nameEn',
      'o.telephone',
      'o.address',
      'o.email',
      'o.officeHours',
      'o.officeHoursEn',
      'o.duties',
      'o.dutiesEn',
      'o.affairs',
      'o.validFrom',
      'o.validTo',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOn>['execute']>>[number];

const organisationOf = (row: Row): Organisation => ({
  ...row,
  kind: row.kind as OrganisationKind,
  validFrom: row.validFrom as PlainDate,
  validTo: row.validTo as PlainDate | null,
});

const rank = (one: Organisation) => ORGANISATION_KINDS.indexOf(one.kind);

function inOrder(rows: readonly Row[]): Organisation[] {
  return rows
    .map(organisationOf)
    .toSorted((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
}

export type OrganisationFilter = {
  readonly kinds?: readonly OrganisationKind[];
  readonly range?: AreaRange;
};

/** The organisations in force on a day, superiors' kinds first, then by code. */
export async function listOrganisations(
  db: Db,
  date: PlainDate,
  { kinds, range = EVERY_AREA }: OrganisationFilter = {},
): Promise<Organisation[]> {
  const within = selectOn(db, date).where('o.area', '>=', range.lo).where('o.area', '<', range.hi);
  const query = kinds === undefined ? within : within.where('o.kind', 'in', kinds);
  return inOrder(await query.execute());
}

/** Every organisation whose own area is this one: for a community the three bodies, groups, sub-committees and others. */
export async function bodiesOf(db: Db, area: string, date: PlainDate): Promise<Organisation[]> {
  return inOrder(await selectOn(db, date).where('o.area', '=', area).execute());
}

export async function findOrganisation(
  db: Db,
  id: string,
  date: PlainDate,
): Promise<Organisation | undefined> {
  const row = await selectOn(db, date).where('o.id', '=', id).executeTakeFirst();
  return row && organisationOf(row);
}

export async function findOrganisationByCode(
  db: Db,
  code: string,
  date: PlainDate,
): Promise<Organisation | undefined> {
  const row = await selectOn(db, date).where('o.code', '=', code).executeTakeFirst();
  return row && organisationOf(row);
}

/** The identity of a code whatever the day: history is asked for what has ended too. */
export async function findIdentity(db: Db, code: string) {
  const row = await db
    .selectFrom('organisation')
    .select(['id', 'code', 'kind', 'area', 'rootId', 'validFrom', 'validTo'])
    .where('code', '=', code)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      kind: row.kind as OrganisationKind,
      validFrom: row.validFrom as PlainDate,
      validTo: row.validTo as PlainDate | null,
    }
  );
}

/** Every name and parent an organisation has had, oldest first; of all organisations when none is named. */
export async function listOrganisationVersions(
  db: Db,
  organisationId?: string,
): Promise<OrganisationVersion[]> {
  const query = db
    .selectFrom('organisationVersion')
    .select(['id', 'organisationId', 'name', 'nameEn', 'parentId', 'validFrom', 'validTo'])
    .orderBy('validFrom');
  const rows = await (organisationId === undefined
    ? query
    : query.where('organisationId', '=', organisationId)
  ).execute();
  return rows.map((row) => ({
    ...row,
    validFrom: row.validFrom as PlainDate,
    validTo: row.validTo as PlainDate | null,
  }));
}

/** Ids and codes of all organisations, past ones included. */
export async function listIdentities(db: Db): Promise<{ id: string; code: string }[]> {
  return db.selectFrom('organisation').select(['id', 'code']).execute();
}
