import { scopeOf } from '#kernel/db/scope.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { type FileRow, getFile } from './record-file.ts';

const RANGE = /^bytes=(\d*)-(\d*)$/;

/** What a route that serves files does: the row under the actor's scope (404 otherwise), then its bytes. */
export async function fileRoutePart(
  world: World,
  actor: Actor,
  id: string,
  headers: Headers,
): Promise<Response> {
  const file = await world.database.withReadScope(scopeOf(actor), (db) => getFile(db, id));
  return fileResponse(file, await world.files.get(file.sha256), headers);
}

/**
 * Bytes that people gave us, so that a browser can do nothing with them but show them: the type we found, no guessing,
 * a sandbox without scripts, documents only as a download. Ranges, because Safari plays no sound without them.
 */
export function fileResponse(
  file: Pick<FileRow, 'mediaType' | 'name'>,
  bytes: Uint8Array,
  request: Headers = new Headers(),
): Response {
  const headers = new Headers({
    'content-type': file.mediaType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'content-disposition': dispositionOf(file),
    'cache-control': 'private, max-age=86400, immutable',
    'accept-ranges': 'bytes',
  });
  const range = rangeOf(request.get('range'), bytes.length);
  if (range === null) return new Response(plain(bytes), { headers });
  headers.set('content-range', `bytes ${range.from}-${range.to}/${bytes.length}`);
  return new Response(plain(bytes.subarray(range.from, range.to + 1)), { status: 206, headers });
}

/** RFC 6266: a plain name for old readers, the real one in UTF-8. */
function dispositionOf(file: Pick<FileRow, 'mediaType' | 'name'>): string {
  const kind = file.mediaType.startsWith('application/') ? 'attachment' : 'inline';
  const ascii = file.name.replace(/[^\w.-]/g, '_');
  const utf8 = encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${hex(c)}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}

/** One range only; anything else is answered with the whole, as RFC 9110 allows. */
function rangeOf(header: string | null, length: number): { from: number; to: number } | null {
  const [, first, last] = RANGE.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return null;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return from <= to ? { from, to } : null;
}

function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
