import { AppError } from '#kernel/pure/errors.ts';

export type Upload = {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

export const MAX_FILES = 4;
export const MAX_FILE_BYTES = 15 * 1024 * 1024;

/** The files of a form; an empty file input counts as none. */
export async function uploadsOf(form: FormData): Promise<Upload[]> {
  const uploads: Upload[] = [];
  for (const [field, value] of form.entries()) {
    if (typeof value === 'string' || value.size === 0) continue;
    if (value.size > MAX_FILE_BYTES)
      throw new AppError('too_large', 'file_too_large', { facts: { megabytes: 15 } });
    if (uploads.length === MAX_FILES)
      throw new AppError('too_large', 'too_many_files', { facts: { files: MAX_FILES } });
    uploads.push({
      field,
      name: value.name,
      type: value.type,
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return uploads;
}
