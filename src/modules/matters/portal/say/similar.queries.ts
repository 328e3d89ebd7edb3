import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/client.ts';
import type { SimilarMatter } from './say.types.ts';

const OPEN = ['RECEIVED', 'IN_HAND', 'SUSPENDED', 'CHECKING'] as const;
const METRES_PER_DEGREE = 111_000;

export type Whereabouts = {
  readonly area: string;
  readonly category: string;
  readonly building: string | null;
  readonly point: { readonly longitude: number; readonly latitude: number } | null;
  readonly since: Date;
  readonly metres: number;
};

/** Columns that anybody may see of an open matter whose reporter agreed to publication: never its words. */
function openPublic(db: Db) {
  return db
    .selectFrom('matter')
    .select(['number', 'category', 'place', 'state', 'receivedAt', 'secondings'])
    .where('isPublic', '=', true)
    .where('state', 'in', OPEN);
}

/** Open public matters of one category in the same building, or within some metres of the pin. */
export async function listSimilar(db: Db, where: Whereabouts): Promise<SimilarMatter[]> {
  const { building, point } = where;
  if (building === null && point === null) return [];
  const degrees = where.metres / METRES_PER_DEGREE;
  return openPublic(db)
    .where('area', '=', where.area)
    .where('category', '=', where.category)
    .where('receivedAt', '>=', where.since)
    .where((eb) =>
      eb.or([
        ...(building === null ? [] : [eb('building', '=', building)]),
        ...(point === null
          ? []
          : [
              eb.and([
                eb('longitude', '>', point.longitude - degrees),
                eb('longitude', '<', point.longitude + degrees),
                eb('latitude', '>', point.latitude - degrees),
                eb('latitude', '<', point.latitude + degrees),
              ]),
            ]),
      ]),
    )
    .orderBy('receivedAt', 'desc')
    .limit(3)
    .execute();
}

/** The open public matters of one building, newest first. */
export async function listOpenAt(db: Db, building: string): Promise<SimilarMatter[]> {
  return openPublic(db)
    .where('building', '=', building)
    .orderBy('receivedAt', 'desc')
    .limit(5)
    .execute();
}

export async function lockOpenPublic(tx: Tx, number: string) {
  return tx
    .selectFrom('matter')
    .select(['id', 'number', 'area', 'reporterAccount', 'secondings'])
    .where('number', '=', number)
    .where('isPublic', '=', true)
    .where('state', 'in', OPEN)
    .forUpdate()
    .executeTakeFirst();
}

/** Returns false where this voice was counted before. */
export async function insertSeconding(
  tx: Tx,
  given: { readonly matter: string; readonly voice: string; readonly at: Date },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('seconding')
    .values({ matterId: given.matter, voice: given.voice, at: given.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
  await tx
    .updateTable('matter')
    .set({ secondings: sql<number>`secondings + 1` })
    .where('id', '=', given.matter)
    .execute();
  return true;
}

export async function findSecondings(db: Db, number: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('matter')
    .select('secondings')
    .where('number', '=', number)
    .where('isPublic', '=', true)
    .executeTakeFirst();
  return row?.secondings;
}

/** What the confirmation shows of a matter just filed. */
export async function findFiled(db: Db, id: string) {
  return db
    .selectFrom('matter')
    .select(['id', 'number', 'area', 'words', 'place', 'building', 'dueAt', 'ownerOrganisation'])
    .where('id', '=', id)
    .executeTakeFirst();
}
