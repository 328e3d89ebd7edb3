import type { Db } from '#kernel/db/client.ts';

/** The last matters said from a telephone number, newest first, as far as the actor may see them. Callers journal the look-up. */
export async function listIdsOfTelephone(
  db: Db,
  telephone: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('matterReporter')
    .innerJoin('matter', 'matter.id', 'matterReporter.matterId')
    .select('matter.id')
    .where('matterReporter.telephone', '=', telephone)
    .orderBy('matter.receivedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export type Near = {
  readonly id: string;
  readonly place: string | null;
  readonly building: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly crs: string | null;
};

const PLACE = ['id', 'place', 'building', 'longitude', 'latitude', 'crs'] as const;

export async function findPlace(db: Db, id: string): Promise<Near | undefined> {
  return db.selectFrom('matter').select(PLACE).where('id', '=', id).executeTakeFirst();
}

/** Open matters of one area and category received between two instants, the nearest in time first; at most fifty. */
export async function listOpenAround(
  db: Db,
  around: {
    readonly id: string;
    readonly area: string;
    readonly category: string;
    readonly from: Date;
    readonly until: Date;
  },
): Promise<Near[]> {
  return db
    .selectFrom('matter')
    .select(PLACE)
    .where('area', '=', around.area)
    .where('category', '=', around.category)
    .where('receivedAt', '>=', around.from)
    .where('receivedAt', '<', around.until)
    .where('closedAt', 'is', null)
    .where('disposition', 'is', null)
    .where('id', '<>', around.id)
    .orderBy('receivedAt', 'desc')
    .limit(50)
    .execute();
}

/** Whether this account took the matter, not longer ago than that. */
export async function wasTakenBy(
  db: Db,
  matterId: string,
  account: string | null,
  since: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('journal')
    .select('id')
    .where('subjectId', '=', matterId)
    .where('verb', '=', 'receive')
    .where('account', '=', account)
    .where('recordedAt', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
}
