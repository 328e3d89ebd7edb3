import type { Db } from '#kernel/db/client.ts';
import { areaPrefix } from '#kernel/pure/area.ts';
import type { NamedBody } from './body-name.ts';
import type { OrganisationKind } from './organisation.types.ts';

export type NearBody = {
  readonly id: string;
  readonly root: string;
  readonly kind: string;
  readonly area: string;
};

/** The bodies in force whose area is the place itself, its subdistrict or its district: at most a few dozen. */
export async function listBodiesAround(
  db: Db,
  area: string,
  kinds: readonly string[],
  on: string,
): Promise<NearBody[]> {
  const subdistrict = `${areaPrefix(area).slice(0, 9).padEnd(9, '0')}000`;
  const district = `${area.slice(0, 6)}000000`;
  return db
    .selectFrom('organisation')
    .select(['id', 'rootId as root', 'kind', 'area'])
    .where(({ eb, fn, val }) => eb('area', '=', fn.any(val([area, subdistrict, district]))))
    .where(({ eb, fn, val }) => eb('kind', '=', fn.any(val([...kinds]))))
    .where('validFrom', '<=', on)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', on)]))
    .orderBy('area', 'desc')
    .orderBy('code')
    .execute();
}

/** Where bodies receive letters about their tasks, by id; those without an e-mail address are left out. */
export async function contactsOf(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'email'])
    .where(({ eb, fn, val }) => eb('id', '=', fn.any(val([...ids]))))
    .where('email', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, email }) => [id, email ?? '']));
}

/** Every body as it is called, or was last called, by id: `bodyName` makes a name of each. */
export async function listNamedBodies(
  db: Db,
): Promise<ReadonlyMap<string, NamedBody & { readonly area: string }>> {
  const rows = await db
    .selectFrom('organisationVersion as v')
    .innerJoin('organisation as o', 'o.id', 'v.organisationId')
    .distinctOn('o.id')
    .select(['o.id', 'o.kind', 'o.area', 'v.name', 'v.nameEn'])
    .orderBy('o.id')
    .orderBy('v.validFrom', 'desc')
    .execute();
  return new Map(
    rows.map(({ id, kind, ...row }) => [id, { ...row, kind: kind as OrganisationKind }]),
  );
}

/** Where bodies have their seat, by id. */
export async function seatsOfBodies(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'area'])
    .where(({ eb, fn, val }) => eb('id', '=', fn.any(val([...ids]))))
    .execute();
  return new Map(rows.map((row) => [row.id, row.area]));
}

export async function findBody(db: Db, id: string): Promise<NearBody | undefined> {
  return db
    .selectFrom('organisation')
    .select(['id', 'rootId as root', 'kind', 'area'])
    .where('id', '=', id)
    .executeTakeFirst();
}
