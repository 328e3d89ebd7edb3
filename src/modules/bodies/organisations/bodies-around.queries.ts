import type { Db } from '#kernel/db/client.ts';
import { areaPrefix } from '#kernel/pure/area.ts';

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

/** Where a body receives letters about its tasks; null where it has no e-mail address. */
export async function findContact(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('organisation')
    .select('email')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.email ?? null;
}

/** Names of bodies as they are called today, by id. */
export async function namesOfBodies(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisationVersion')
    .select(['organisationId', 'name'])
    .where('validTo', 'is', null)
    .where(({ eb, fn, val }) => eb('organisationId', '=', fn.any(val([...ids]))))
    .execute();
  return new Map(rows.map((row) => [row.organisationId, row.name]));
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
