import type { Db } from '#kernel/db/client.ts';

/** What of a matter's row a page shows beside its case. */
export async function findMatterText(db: Db, id: string) {
  return db
    .selectFrom('matter')
    .select([
      'words',
      'place',
      'longitude',
      'latitude',
      'crs',
      'onBehalf',
      'hotlineNumber',
      'isPublished',
      'isDueProvisional',
      'reporterAccount',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export async function findReporter(db: Db, id: string) {
  return db
    .selectFrom('matterReporter')
    .select(['name', 'telephone', 'onBehalfOf', 'relation', 'language'])
    .where('matterId', '=', id)
    .executeTakeFirst();
}

export async function findNumber(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('matter')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.number ?? null;
}

/** Look-ups, not events. */
const NOT_OF_THE_STORY = ['view_contact'];

/** The journal's rows of one matter, oldest first: its timeline. */
export async function listTimeline(db: Db, id: string) {
  return db
    .selectFrom('journal')
    .select(['occurredAt', 'verb', 'organisation', 'codes', 'isPublic'])
    .where('subjectId', '=', id)
    .where('verb', 'not in', NOT_OF_THE_STORY)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute();
}

export async function listMatterFiles(db: Db, id: string) {
  return db
    .selectFrom('matterFile')
    .innerJoin('file', 'file.id', 'matterFile.fileId')
    .select(['file.id', 'matterFile.part', 'file.mediaType'])
    .where('matterFile.matterId', '=', id)
    .orderBy('matterFile.part')
    .orderBy('matterFile.position')
    .execute();
}
