import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secrets } from '#kernel/secrets.ts';
import { makeLink, readLink } from './signed-link.ts';

const secrets = new Secrets(Buffer.alloc(32, 1));
const now = new Date('2026-11-22T08:00:00Z');
const expires = new Date('2026-12-22T08:00:00Z');
const link = {
  purpose: 'task',
  subject: '019aa000-0000-7000-8000-000000000001',
  expires,
  version: 300,
} as const;

describe('signed links', () => {
  test('say again what they were made of', () => {
    const token = makeLink(secrets, link);
    expect(readLink(secrets, token, now)).toEqual(link);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(token.length).toBeLessThan(80);
    const own = { ...link, purpose: 'track', expires: null, version: 0 } as const;
    expect(readLink(secrets, makeLink(secrets, own), now)).toEqual(own);
  });

  test('open nothing once expired, or under another installation’s secret', () => {
    const token = makeLink(secrets, link);
    expect(readLink(secrets, token, expires)).toBeNull();
    expect(readLink(new Secrets(Buffer.alloc(32, 2)), token, now)).toBeNull();
    const kept = makeLink(secrets, { ...link, expires: null });
    expect(readLink(secrets, kept, new Date('2096-01-01'))).toMatchObject({ expires: null });
  });

  test('no changed sign leaves a link valid', () => {
    const token = makeLink(secrets, link);
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, sign) => {
          if (token[at] === sign) return true;
          const changed = token.slice(0, at) + sign + token.slice(at + 1);
          return readLink(secrets, changed, now) === null;
        },
      ),
    );
    expect(readLink(secrets, '', now)).toBeNull();
    expect(readLink(secrets, 'a.b.c', now)).toBeNull();
  });
});
