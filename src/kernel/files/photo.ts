import sharp from 'sharp';
import { AppError } from '#kernel/pure/errors.ts';

export type Photo = {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

const LONGEST_SIDE = 2560;
/** A 64-megapixel picture needs 190 MB when it is unpacked; more is a bomb, or a camera set for posters. */
const MAX_PIXELS = 64_000_000;
const AT_ONCE = 2;
const FORMATS = new Set(['jpeg', 'png', 'webp']);

// One thread per picture and no cache: memory stays bounded by AT_ONCE pictures.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws a photo anew as JPEG, at most 2560 px on its longer side, turned as its EXIF says, without any metadata:
 * place, camera and time of taking are gone, and so is whatever hid behind the picture.
 */
export async function redrawPhoto(bytes: Uint8Array): Promise<Photo> {
  return await oneOfFew(async () => {
    await checkPicture(bytes);
    try {
      const { data, info } = await open(bytes)
        .autoOrient()
        .resize({
          width: LONGEST_SIDE,
          height: LONGEST_SIDE,
          fit: 'inside',
          withoutEnlargement: true,
        })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: 82 })
        .toBuffer({ resolveWithObject: true });
      return { bytes: data, width: info.width, height: info.height };
    } catch (cause) {
      throw unreadable(cause);
    }
  });
}

function open(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true });
}

async function checkPicture(bytes: Uint8Array): Promise<void> {
  // The header alone is read here, without the limit, so that a bomb gets its own answer.
  const found = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause) => {
      throw unreadable(cause);
    });
  if (!FORMATS.has(found.format ?? '')) throw unreadable();
  if (found.width * found.height > MAX_PIXELS)
    throw new AppError('too_large', 'photo_too_many_pixels', {
      facts: { megapixels: MAX_PIXELS / 1_000_000 },
    });
}

function unreadable(cause?: unknown): AppError {
  return new AppError('refused', 'photo_unreadable', { cause });
}

let busy = 0;
const waiting: (() => void)[] = [];

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}
