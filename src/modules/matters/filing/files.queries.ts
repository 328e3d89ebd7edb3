import type { Tx } from '#kernel/db/client.ts';
import { recordFile } from '#kernel/files/record-file.ts';
import type { StoredFile } from '#kernel/files/store-upload.ts';
import type { World } from '#kernel/world.ts';
import type { Stored } from '../matters/case.queries.ts';
import { sharedWith } from '../matters/case-rows.queries.ts';
import type { Case } from '../matters/matter.types.ts';

export type FileHolder = {
  readonly id: string;
  readonly area: string;
  readonly sharedWith: readonly string[];
  readonly reporterAccount: string | null;
};

/** Hangs stored photos, clips and documents on a matter: whoever may see it may then see them. They stand behind the first `after`. */
export async function addFiles(
  tx: Tx,
  world: World,
  holder: FileHolder,
  part: 'report' | 'answer',
  files: readonly StoredFile[],
  after = 0,
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
      .values({ matterId: holder.id, fileId, part, position: after + position })
      .execute();
  });
  await Promise.all(adding);
}

/** Hangs what came with an answer on its matter, behind the photos of earlier answers, for all who see the changed case. */
export async function addAnswerFiles(
  tx: Tx,
  world: World,
  { reporterAccount }: Stored,
  changed: Case,
  files: readonly StoredFile[],
): Promise<void> {
  if (files.length === 0) return;
  const { id, area } = changed.matter;
  const { earlier } = await tx
    .selectFrom('matterFile')
    .select(({ fn }) => fn.countAll<string>().as('earlier'))
    .where('matterId', '=', id)
    .where('part', '=', 'answer')
    .executeTakeFirstOrThrow();
  const holder = { id, area, sharedWith: sharedWith(changed), reporterAccount };
  await addFiles(tx, world, holder, 'answer', files, Number(earlier));
}
