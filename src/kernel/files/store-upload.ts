import { MAX_FILE_BYTES, type Upload } from '#kernel/http/uploads.ts';
import { AppError } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { takeClip } from './clip.ts';
import { redrawPhoto } from './photo.ts';
import { type ScanResult, scanNothing } from './scan.ts';
import { isHeic, type Sniffed, sniff } from './sniff.ts';

/** Bytes on disk and what they are; `recordFile` gives them a row. It may wait in a draft meanwhile. */
export type StoredFile = {
  readonly kind: Sniffed['kind'];
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly scan: ScanResult;
};

type Content = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly extension: string;
  readonly width: number | null;
  readonly height: number | null;
};

const LONGEST_NAME = 80;

/** Takes a photo, a PDF or a voice clip of at most 15 MB; anything else is refused by what it is, whatever it is called. */
export async function storeUpload(
  world: Pick<World, 'files'>,
  upload: Pick<Upload, 'name' | 'bytes'>,
  scan = scanNothing,
): Promise<StoredFile> {
  if (upload.bytes.length > MAX_FILE_BYTES)
    throw new AppError('too_large', 'file_too_large', {
      facts: { megabytes: MAX_FILE_BYTES / 1024 / 1024 },
    });
  const sniffed = sniff(upload.bytes);
  if (sniffed === null)
    throw new AppError('refused', isHeic(upload.bytes) ? 'photo_heic' : 'file_type');
  const content = await takeContent(upload.bytes, sniffed);
  const result = await scan(content.bytes, content.mediaType);
  if (result === 'infected') throw new AppError('refused', 'file_infected');
  return {
    kind: sniffed.kind,
    sha256: await world.files.put(content.bytes),
    mediaType: content.mediaType,
    bytes: content.bytes.length,
    name: plainName(upload.name, content.extension),
    width: content.width,
    height: content.height,
    scan: result,
  };
}

/** As `storeUpload`, where only a picture will do. */
export async function storePhoto(
  world: Pick<World, 'files'>,
  upload: Pick<Upload, 'name' | 'bytes'>,
): Promise<StoredFile> {
  const sniffed = sniff(upload.bytes);
  if (sniffed !== null && sniffed.kind !== 'photo') throw new AppError('refused', 'photo_wanted');
  return await storeUpload(world, upload);
}

async function takeContent(bytes: Uint8Array, sniffed: Sniffed): Promise<Content> {
  const { mediaType, extension } = sniffed;
  if (sniffed.kind === 'photo')
    return { ...(await redrawPhoto(bytes)), mediaType: 'image/jpeg', extension: 'jpg' };
  const kept = sniffed.kind === 'clip' ? takeClip(bytes, mediaType) : bytes;
  return { bytes: kept, mediaType, extension, width: null, height: null };
}

/** The uploader's own name for it, without folders, controls or a false ending. */
export function plainName(given: string, extension: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const stem = last
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}"<>:|?*%;]/gu, '')
    .trim();
  return `${[...stem].slice(0, LONGEST_NAME).join('') || 'file'}.${extension}`;
}
