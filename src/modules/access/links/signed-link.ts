import type { Secrets } from '#kernel/secrets.ts';

const PURPOSES = ['task', 'track'] as const;
/** 'task': one task for an organisation without accounts. 'track': one matter for whoever filed it. */
export type LinkPurpose = (typeof PURPOSES)[number];

export type Link = {
  readonly purpose: LinkPurpose;
  /** The one subject it opens: a uuid. */
  readonly subject: string;
  /** Null: for as long as the subject is kept. */
  readonly expires: Date | null;
  /** Counts up on the subject; whoever opens a link compares, and an older one opens nothing. */
  readonly version: number;
};

const KEY = 'signed-link';
const BYTES = 24;
const NEVER = 0;

/** A link's token: what it opens and until when, signed; about 75 characters. */
export function makeLink(secrets: Secrets, link: Link): string {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeUInt8(PURPOSES.indexOf(link.purpose), 0);
  bytes.writeUInt16BE(link.version, 1);
  bytes.writeUIntBE(link.expires ? Math.floor(link.expires.getTime() / 1000) : NEVER, 3, 5);
  bytesOf(link.subject).copy(bytes, 8);
  const text = bytes.toString('base64url');
  return `${text}.${secrets.mac(KEY, text)}`;
}

/** What a token says; null where it is forged, torn or expired. Whether its version still holds, its subject knows. */
export function readLink(secrets: Secrets, token: string, now: Date): Link | null {
  const [text = '', mac = ''] = token.split('.');
  if (!secrets.isMac(KEY, text, mac)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const purpose = PURPOSES[bytes.length === BYTES ? bytes.readUInt8(0) : PURPOSES.length];
  if (!purpose) return null;
  const seconds = bytes.readUIntBE(3, 5);
  const expires = seconds === NEVER ? null : new Date(seconds * 1000);
  if (expires && expires <= now) return null;
  return { purpose, subject: uuidOf(bytes.subarray(8)), expires, version: bytes.readUInt16BE(1) };
}

function bytesOf(uuid: string): Buffer {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  if (bytes.length !== 16) throw new Error('a signed link names its subject by a uuid');
  return bytes;
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
