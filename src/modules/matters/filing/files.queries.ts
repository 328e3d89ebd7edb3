import type { Tx } from '#kernel/db/client.ts';
import { recordFile } from '#kernel/files/record-file.ts';
import type { StoredFile } from '#kernel/files/store-upload.ts';
import type { World } from '#kernel/world.ts';

export type FileHolder = {
  readonly id: string;
  readonly area: string;
  readonly sharedWith: readonly string[];
  readonly reporterAccount: string | null;
};

/** Hangs stored photos, clips and documents on a matter: whoever may see it may then see them. */
export async function addFiles(
  tx: Tx,
  world: World,
  holder: FileHolder,
  part: 'report' | 'answer',
  files: readonly StoredFile[],
): Promise<void> {
  const place = {
    area: holder.area,
    subject: holder.id,
    ownerAccount: holder.reporterAccount,
    sharedWith: holder.sharedWith,
  };
  const adding = files.map(async (file, position) => {
    const fileId = await recordFile(tx, world, file, place);
    await tx
      .insertInto('matterFile')
      .values({ matterId: holder.id, fileId, part, position })
      .execute();
  });
  await Promise.all(adding);
}
