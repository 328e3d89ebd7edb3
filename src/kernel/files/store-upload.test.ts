import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { FileStore } from './file-store.ts';
import { storePhoto, storeUpload } from './store-upload.ts';

function memory(): FileStore & { last: Uint8Array } {
  return {
    last: new Uint8Array(),
    async put(bytes) {
      this.last = bytes;
      return 'f'.repeat(64);
    },
    async get() {
      return this.last;
    },
    has: async () => true,
    discard: async () => true,
  };
}

const aPicture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b6b5b' } });

/** A PNG header that promises a picture of any size. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const wav = (seconds: number) => {
  const bytes = Buffer.alloc(44 + seconds * 16_000);
  bytes.write('RIFF', 0);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16_000, 28);
  return bytes;
};

describe('a photo', () => {
  it('is drawn anew: turned upright, small enough, without place or camera', async () => {
    const files = memory();
    const bytes = await aPicture(3000, 1000)
      .withExif({
        IFD0: { Make: 'Phone', Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 2/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    const stored = await storePhoto({ files }, { name: 'C:\\me\\楼道灯.HEIC.jpeg', bytes });
    expect(stored).toMatchObject({
      kind: 'photo',
      mediaType: 'image/jpeg',
      name: '楼道灯.HEIC.jpg',
      width: 853,
      height: 2560,
      scan: 'not_scanned',
    });
    const kept = await sharp(files.last).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width: 853, height: 2560 });
    expect(kept.exif).toBeUndefined();
    expect(Buffer.from(files.last).includes('Phone')).toBe(false);
  });

  it('may come as WebP or PNG, with transparency made white', async () => {
    const clear = sharp({
      create: { width: 8, height: 8, channels: 4, background: '#00000000' },
    });
    for (const bytes of [await clear.clone().webp().toBuffer(), await clear.png().toBuffer()]) {
      const files = memory();
      await storeUpload({ files }, { name: 'x', bytes });
      expect([...(await sharp(files.last).raw().toBuffer()).subarray(0, 3)]).toEqual([
        255, 255, 255,
      ]);
    }
  });

  it('that unpacks to a huge one is refused', async () => {
    const upload = { name: 'bomb.png', bytes: pngOf(60_000, 60_000) };
    await expect(storeUpload({ files: memory() }, upload)).rejects.toMatchObject({
      code: 'too_large',
      reason: 'photo_too_many_pixels',
    });
  });

  it('cut off half-way is refused', async () => {
    const whole = await aPicture(400, 400).jpeg().toBuffer();
    const bytes = whole.subarray(0, whole.length / 2);
    await expect(storeUpload({ files: memory() }, { name: 'a.jpg', bytes })).rejects.toMatchObject({
      reason: 'photo_unreadable',
    });
  });
});

describe('an upload', () => {
  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'file_type'],
    ['<!doctype html><script>alert(1)</script>', 'file_type'],
    ['PK\x03\x04 an archive that is called photo.jpg', 'file_type'],
    ['\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'photo_heic'],
    ['\xff\xd8\xff\xe0 not a picture at all, only its first bytes', 'photo_unreadable'],
    ['', 'file_type'],
  ])('of %j is refused as %s', async (text, reason) => {
    const upload = { name: 'photo.jpg', bytes: Buffer.from(text, 'latin1') };
    await expect(storeUpload({ files: memory() }, upload)).rejects.toMatchObject({ reason });
  });

  it('of 50 MB is refused before it is read', async () => {
    const upload = { name: 'a.jpg', bytes: Buffer.alloc(50 * 1024 * 1024, 0xff) };
    await expect(storeUpload({ files: memory() }, upload)).rejects.toMatchObject({
      code: 'too_large',
      reason: 'file_too_large',
    });
  });

  it('may be a PDF, kept as it is, but not where a picture is wanted', async () => {
    const upload = { name: 'a.html', bytes: Buffer.from('%PDF-1.7\n%……\n1 0 obj') };
    expect(await storeUpload({ files: memory() }, upload)).toMatchObject({
      kind: 'document',
      name: 'a.pdf',
    });
    await expect(storePhoto({ files: memory() }, upload)).rejects.toMatchObject({
      reason: 'photo_wanted',
    });
  });

  it('is refused where the scanner finds something', async () => {
    const upload = { name: 'a', bytes: Buffer.from('%PDF-1.7 with something inside') };
    const infected = async () => 'infected' as const;
    await expect(storeUpload({ files: memory() }, upload, infected)).rejects.toMatchObject({
      reason: 'file_infected',
    });
  });
});

describe('a voice clip', () => {
  it('may last three minutes', async () => {
    const files = memory();
    expect(await storeUpload({ files }, { name: 'a', bytes: wav(179) })).toMatchObject({
      kind: 'clip',
      name: 'a.wav',
    });
    await expect(storeUpload({ files }, { name: 'a', bytes: wav(182) })).rejects.toMatchObject({
      reason: 'clip_too_long',
    });
    const long = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(5_000_000)]);
    await expect(storeUpload({ files }, { name: 'a', bytes: long })).rejects.toMatchObject({
      reason: 'clip_too_long',
    });
  });

  it('loses the place where it was recorded', async () => {
    const files = memory();
    const box = Buffer.concat([
      Buffer.from([0, 0, 0, 26]),
      Buffer.from('\xa9xyz', 'latin1'),
      Buffer.from('+32.0416+118.7674/'),
    ]);
    const bytes = Buffer.concat([Buffer.from('\x00\x00\x00\x10ftypM4A \x00\x00\x00\x00'), box]);
    await storeUpload({ files }, { name: 'v.m4a', bytes });
    expect(files.last.length).toBe(bytes.length);
    expect(Buffer.from(files.last).includes('118')).toBe(false);
  });
});
