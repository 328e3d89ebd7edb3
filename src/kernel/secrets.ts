import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Keys derived from the installation's one secret, one per purpose, so that no two uses share a key. */
export class Secrets {
  readonly #root: Buffer;
  readonly #keys = new Map<string, Buffer>();

  constructor(root: Buffer) {
    if (root.length < 32) throw new Error('the installation secret has at least 32 bytes');
    this.#root = root;
  }

  /** 32 bytes for one purpose; derived once, for deriving costs more than using. */
  key(purpose: string): Buffer {
    const known = this.#keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.#root, '', `linli:${purpose}`, 32));
    this.#keys.set(purpose, key);
    return key;
  }

  /** Message authentication code of a text under one purpose's key, base64url. */
  mac(purpose: string, text: string): string {
    return createHmac('sha256', this.key(purpose)).update(text).digest('base64url');
  }

  /** Compares in constant time. */
  isMac(purpose: string, text: string, mac: string): boolean {
    return isSameText(this.mac(purpose, text), mac);
  }
}

/** Whether what somebody gave is the secret, in a time that tells nothing of how much of it is right. */
export function isSameText(secret: string, given: string): boolean {
  const [a, b] = [Buffer.from(secret), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
