import type { Db } from '#kernel/db/client.ts';
import type { Body } from '../../matters/matter.types.ts';
import type { PageKey } from '../page-key.rules.ts';

/** What a number and its query code are checked against. */
export async function findTracked(db: Db, number: string) {
  return db.selectFrom('matter').select('id').where('number', '=', number).executeTakeFirst();
}

export async function findNumberOf(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('matter')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.number;
}

/** Who did the work of a matter: its lead task's body. */
export async function findLeadBody(db: Db, matterId: string): Promise<Body | undefined> {
  return db
    .selectFrom('task')
    .select(['organisation', 'root'])
    .where('matterId', '=', matterId)
    .where('isLead', '=', true)
    .where('state', '<>', 'CANCELLED')
    .executeTakeFirst();
}

/** One page of a resident's own matters, newest first. */
export async function listOwn(db: Db, account: string, after: PageKey | null, limit: number) {
  let query = db
    .selectFrom('matter')
    .select(['id', 'number', 'title', 'state', 'closure', 'receivedAt', 'dueAt'])
    .where('reporterAccount', '=', account);
  if (after)
    query = query.where(({ eb }) =>
      eb(eb.refTuple('receivedAt', 'id'), '<', eb.tuple(after.at, after.id)),
    );
  return query.orderBy('receivedAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export async function findOwn(db: Db, account: string, number: string) {
  return db
    .selectFrom('matter')
    .select('id')
    .where('number', '=', number)
    .where('reporterAccount', '=', account)
    .executeTakeFirst();
}
