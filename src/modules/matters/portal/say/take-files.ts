import { type StoredFile, storeUpload } from '#kernel/files/store-upload.ts';
import type { Upload } from '#kernel/http/uploads.ts';
import { AppError, type FieldFault } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';

const MOST = 4;

/** Stores what came with the form; what cannot be taken is told beside its field, and the rest is kept. */
export async function takeFiles(
  world: World,
  kept: readonly StoredFile[],
  uploads: readonly Upload[],
): Promise<{ files: StoredFile[]; faults: FieldFault[] }> {
  const files = [...kept];
  const faults: FieldFault[] = [];
  for (const upload of uploads) {
    const field = upload.field === 'voice' ? 'voice' : 'photos';
    const taken = await takeOne(world, upload);
    if (typeof taken === 'string') faults.push({ field, code: taken });
    else if (files.some((one) => one.sha256 === taken.sha256)) continue;
    else if (files.length === MOST) faults.push({ field, code: 'too_many_files' });
    else files.push(taken);
  }
  return { files, faults };
}

async function takeOne(world: World, upload: Upload): Promise<StoredFile | string> {
  try {
    return await storeUpload(world, upload);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'refused' || error.code === 'too_large'))
      return error.reason;
    throw error;
  }
}
