import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from './server.factory.ts';

const HERE = 'http://127.0.0.1:8080';

let server: TestServer;

beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

describe('readiness', () => {
  it('is told once every migration is applied', async () => {
    const answer = await server.get('/health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ready', reasons: [], version: '0.0.1' });
  });

  it('names a migration that is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linli-migrations-'));
    writeFileSync(join(folder, '209901010000-come-later.sql'), '');
    const later = server.appWith({ migrations: folder });
    const answer = await later.request('/health');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ reasons: ['migrations'] });
    rmSync(folder, { recursive: true });
  });
});

describe('every answer', () => {
  it.each(['/privacy', '/nowhere', '/health', '/assets/portal-1.css', '/api/v1/areas'])(
    'of %s says what a browser may do with it',
    async (path) => {
      const { headers } = await server.get(path);
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'; script-src 'self'/,
      );
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toMatch(/microphone=\(self\)/);
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('demands TLS for good where the address of residents has it', async () => {
    const settings = { ...server.world.settings, publicUrl: 'https://linli.example' };
    const secure = server.appWith({ world: { ...server.world, settings } });
    const { headers } = await secure.request('/privacy');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=/);
  });

  it('is small on the wire for who can read it', async () => {
    const answer = await server.get('/nowhere', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const text = gunzipSync(await answer.arrayBuffer()).toString();
    expect(text).toContain('找不到这一页');
  });
});

describe('a page', () => {
  it('speaks the language asked for, and the one chosen before that', async () => {
    expect(await (await server.get('/privacy')).text()).toContain('<html lang="zh-CN"');
    const english = await server.get('/privacy', { 'accept-language': 'en-GB,en' });
    expect(await english.text()).toContain('<html lang="en"');
    const chosen = await server.get('/privacy', {
      'accept-language': 'en-GB',
      cookie: 'lang=zh~x',
    });
    expect(await chosen.text()).toContain('<html lang="zh-CN"');
  });

  it('is switched by a form, which leads back', async () => {
    const fields = { lang: 'en', elder: '1', back: '/privacy?x=1' };
    const answer = await server.submit('/preferences', fields, { origin: HERE });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/privacy?x=1');
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    const page = await (await server.get('/privacy', { cookie: cookies.join('; ') })).text();
    expect(page).toContain('<html lang="en" class="govuk-template elder"');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', ''])(
    'never leads to %s',
    async (back) => {
      const answer = await server.submit('/preferences', { lang: 'en', back }, { origin: HERE });
      expect(answer.headers.get('location')).toBe('/');
    },
  );

  it('is drawn once for everybody, and not sent again to who has it', async () => {
    const first = await server.get('/how-we-count');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=300');
    expect((await server.get('/how-we-count', { 'if-none-match': etag })).status).toBe(304);
    const zipped = await server.get('/how-we-count', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(await first.text());
    const large = await server.get('/how-we-count', { cookie: 'elder=1~x' });
    expect(large.headers.get('etag')).not.toBe(etag);
  });

  it('is never shared once somebody is signed in', async () => {
    const answer = await server.get('/how-we-count', { cookie: 'linli.session_token=forged' });
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('that is not there says so, and keeps nothing', async () => {
    const answer = await server.get('/nowhere', { 'accept-language': 'en' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('Page not found');
    const api = await server.get('/api/v1/nowhere');
    expect(api.headers.get('content-type')).toMatch('application/problem+json');
  });
});

describe('what is sent', () => {
  const fields = { lang: 'en', back: '/' };

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ referer: 'https://evil.example/x' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: HERE }],
  ])('from another site is refused: %o', async (headers) => {
    expect((await server.submit('/preferences', fields, headers)).status).toBe(403);
    const api = await server.submit('/api/auth/sign-out', fields, headers);
    expect({ status: api.status, value: await api.json() }).toMatchObject({
      status: 403,
      value: { code: 'other_site' },
    });
  });

  it.each([
    [{ origin: HERE }],
    [{ referer: `${HERE}/privacy` }],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://10.0.0.9:8080', host: '10.0.0.9:8080' }],
    [{}],
  ])('from our own pages, or from no browser, is taken: %o', async (headers) => {
    expect((await server.submit('/preferences', fields, headers)).status).toBe(303);
  });

  it('and is too large is answered with what would fit', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1);
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
    const length = { 'content-length': String(body.length) };
    const api = await server.call('/api/v1/rulebook/rule-sets', {
      method: 'POST',
      body,
      headers: { ...headers, ...length },
    });
    expect(api.status).toBe(413);
    expect(await api.json()).toMatchObject({ code: 'body_too_large', facts: { megabytes: 1 } });
    const page = await server.call('/preferences', {
      method: 'POST',
      body,
      headers: { ...headers, 'transfer-encoding': 'chunked' },
    });
    expect(page.status).toBe(413);
    expect(await page.text()).toContain('The file is too large');
  });
});
