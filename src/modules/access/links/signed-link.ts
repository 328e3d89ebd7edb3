import type { Secrets } from '#kernel/secrets.ts';

const PURPOSES = ['task', 'track'] as const;
/** 'task': one task for an organisation without accounts. 'track': one matter for whoever filed it. */
export type LinkPurpose = (typeof PURPOSES)[number];

export type Link = {
  readonly purpose: LinkPurpose;
  /** The one subject it opens: a uuid. */
  readonly subject: string;
  /** The organisation it was sent to: a uuid, or null for a reporter. */
  readonly organisation: string | null;
  readonly expires: Date;
  /** Counts up on the subject when links sent before shall open nothing any more. */
  readonly version?: number;
};

const KEY = 'signed-link';
const NOBODY = '00000000-0000-0000-0000-000000000000';
const BYTES = 39;

/** A link's token: what it opens and until when, signed; about 95 characters. */
export function makeLink(secrets: Secrets, link: Link): string {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeUInt8(PURPOSES.indexOf(link.purpose), 0);
  bytes.writeUInt8(link.version ?? 0, 1);
  bytes.writeUIntBE(Math.floor(link.expires.getTime() / 1000), 2, 5);
  bytesOf(link.subject).copy(bytes, 7);
  bytesOf(link.organisation ?? NOBODY).copy(bytes, 23);
  const text = bytes.toString('base64url');
  return `${text}.${secrets.mac(KEY, text)}`;
}

/** What a token opens now; null where it is forged, torn or expired. */
export function readLink(secrets: Secrets, token: string, now: Date): Required<Link> | null {
  const [text = '', mac = ''] = token.split('.');
  if (!secrets.isMac(KEY, text, mac)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const purpose = PURPOSES[bytes.length === BYTES ? bytes.readUInt8(0) : PURPOSES.length];
  if (!purpose) return null;
  const expires = new Date(bytes.readUIntBE(2, 5) * 1000);
  if (expires <= now) return null;
  const organisation = uuidOf(bytes.subarray(23, 39));
  return {
    purpose,
    subject: uuidOf(bytes.subarray(7, 23)),
    organisation: organisation === NOBODY ? null : organisation,
    expires,
    version: bytes.readUInt8(1),
  };
}

function bytesOf(uuid: string): Buffer {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  if (bytes.length !== 16) throw new Error('a signed link names its subject by a uuid');
  return bytes;
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
