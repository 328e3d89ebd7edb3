import type { Db, Tx } from '#kernel/db/client.ts';
import { notFound } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import type { StoredFile } from './store-upload.ts';

/** Whom a file's row is for; it follows the matter (or notice) it belongs to. */
export type FilePlace = {
  readonly area: string;
  readonly subject: string;
  readonly ownerAccount?: string | null;
  readonly sharedWith?: readonly string[];
  readonly isPublished?: boolean;
};

export type FileRow = {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
};

/** Gives stored bytes a row in the transaction of what they belong to. Returns the file's id. */
export async function recordFile(
  tx: Tx,
  world: World,
  stored: StoredFile,
  place: FilePlace,
): Promise<string> {
  const id = world.newId();
  await tx
    .insertInto('file')
    .values({
      id,
      sha256: stored.sha256,
      mediaType: stored.mediaType,
      bytes: stored.bytes,
      name: stored.name,
      width: stored.width,
      height: stored.height,
      scan: stored.scan,
      createdAt: world.clock.now(),
      area: place.area,
      subjectId: place.subject,
      ownerAccount: place.ownerAccount ?? null,
      sharedWith: [...(place.sharedWith ?? [])],
      published: place.isPublished ?? false,
    })
    .execute();
  return id;
}

/** Moves the files of a subject with it: to another area, to a department, before the public. */
export async function updateFilesOf(
  tx: Tx,
  subject: string,
  place: Partial<Pick<FilePlace, 'area' | 'sharedWith' | 'isPublished'>>,
): Promise<void> {
  const change = {
    ...(place.area === undefined ? {} : { area: place.area }),
    ...(place.sharedWith === undefined ? {} : { sharedWith: [...place.sharedWith] }),
    ...(place.isPublished === undefined ? {} : { published: place.isPublished }),
  };
  if (Object.keys(change).length === 0) return;
  await tx.updateTable('file').set(change).where('subjectId', '=', subject).execute();
}

/** The files of a subject that this scope may see, oldest first. */
export async function listFilesOf(db: Db, subject: string): Promise<FileRow[]> {
  return await fileRows(db).where('subjectId', '=', subject).orderBy('id').execute();
}

/** Throws `not_found` for what this scope may not see. */
export async function getFile(db: Db, id: string): Promise<FileRow> {
  return await fileRows(db)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => notFound());
}

function fileRows(db: Db) {
  return db
    .selectFrom('file')
    .select(['id', 'sha256', 'mediaType', 'bytes', 'name', 'width', 'height']);
}
