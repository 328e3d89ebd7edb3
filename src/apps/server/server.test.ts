import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaNames } from '#kernel/db/district.ts';
import { type Access, openAccess } from '#modules/access/index.ts';
import { openTestWorld, type TestWorld } from '../../../test/world.ts';
import { createApp } from './create-app.ts';
import { listen } from './listen.ts';

const HERE = 'http://127.0.0.1:8080';
const migrations = resolve(import.meta.dirname, '../../../db/migrations');

let world: TestWorld;
let access: Access;
let app: Hono;
let dist: string;

beforeAll(async () => {
  world = await openTestWorld();
  access = await openAccess(world, {
    url: world.test.urls.auth,
    schema: schemaNames(world.test.district).auth,
    postsOf: async () => [],
  });
  dist = mkdtempSync(join(tmpdir(), 'linli-dist-'));
  mkdirSync(join(dist, 'public/islands'), { recursive: true });
  mkdirSync(join(dist, 'workbench/assets'), { recursive: true });
  writeFileSync(join(dist, 'public/manifest.json'), '{"portal.css":"portal-1.css"}');
  writeFileSync(join(dist, 'public/portal-1.css'), 'body{}');
  writeFileSync(join(dist, 'public/portal-1.css.br'), 'as brotli');
  writeFileSync(join(dist, 'workbench/index.html'), '<title>workbench</title>');
  app = createApp({ world, access, dist, migrations, version: '0.0.1' });
});

afterAll(async () => {
  await access.close();
  await world.close();
  rmSync(dist, { recursive: true });
});

type Call = RequestInit & { readonly peer?: string };

function get(path: string, headers: Record<string, string> = {}, peer = '127.0.0.1') {
  return call(path, { headers, peer });
}

async function call(path: string, { peer = '127.0.0.1', ...init }: Call) {
  return app.request(`${HERE}${path}`, init, { incoming: { socket: { remoteAddress: peer } } });
}

function submit(path: string, fields: Record<string, string>, headers: Record<string, string>) {
  return call(path, { method: 'POST', body: new URLSearchParams(fields), headers });
}

describe('readiness', () => {
  it('is told once every migration is applied', async () => {
    const answer = await get('/health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ready', reasons: [], version: '0.0.1' });
  });

  it('names a migration that is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linli-migrations-'));
    writeFileSync(join(folder, '209901010000-come-later.sql'), '');
    const later = createApp({ world, access, dist, migrations: folder, version: '0.0.1' });
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
      const { headers } = await get(path);
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
    const settings = { ...world.settings, publicUrl: 'https://linli.example' };
    const secure = createApp({
      world: { ...world, settings },
      access,
      dist,
      migrations,
      version: '0.0.1',
    });
    const { headers } = await secure.request('/privacy');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=/);
  });

  it('is small on the wire for who can read it', async () => {
    const answer = await get('/nowhere', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const text = gunzipSync(await answer.arrayBuffer()).toString();
    expect(text).toContain('找不到这一页');
  });
});

describe('a page', () => {
  it('speaks the language asked for, and the one chosen before that', async () => {
    expect(await (await get('/privacy')).text()).toContain('<html lang="zh-CN"');
    const english = await get('/privacy', { 'accept-language': 'en-GB,en' });
    expect(await english.text()).toContain('<html lang="en"');
    const chosen = await get('/privacy', { 'accept-language': 'en-GB', cookie: 'lang=zh~x' });
    expect(await chosen.text()).toContain('<html lang="zh-CN"');
  });

  it('is switched by a form, which leads back', async () => {
    const fields = { lang: 'en', elder: '1', back: '/privacy?x=1' };
    const answer = await submit('/preferences', fields, { origin: HERE });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/privacy?x=1');
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    const page = await (await get('/privacy', { cookie: cookies.join('; ') })).text();
    expect(page).toContain('<html lang="en" class="govuk-template elder"');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', ''])(
    'never leads to %s',
    async (back) => {
      const answer = await submit('/preferences', { lang: 'en', back }, { origin: HERE });
      expect(answer.headers.get('location')).toBe('/');
    },
  );

  it('is drawn once for everybody, and not sent again to who has it', async () => {
    const first = await get('/how-we-count');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=300');
    expect((await get('/how-we-count', { 'if-none-match': etag })).status).toBe(304);
    const zipped = await get('/how-we-count', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(await first.text());
    const large = await get('/how-we-count', { cookie: 'elder=1~x' });
    expect(large.headers.get('etag')).not.toBe(etag);
  });

  it('is never shared once somebody is signed in', async () => {
    const answer = await get('/how-we-count', { cookie: 'linli.session_token=forged' });
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('that is not there says so, and keeps nothing', async () => {
    const answer = await get('/nowhere', { 'accept-language': 'en' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('Page not found');
    const api = await get('/api/v1/nowhere');
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
    expect((await submit('/preferences', fields, headers)).status).toBe(403);
    const api = await submit('/api/auth/sign-out', fields, headers);
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
    expect((await submit('/preferences', fields, headers)).status).toBe(303);
  });

  it('and is too large is answered with what would fit', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1);
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
    const length = { 'content-length': String(body.length) };
    const api = await call('/api/v1/rulebook/rule-sets', {
      method: 'POST',
      body,
      headers: { ...headers, ...length },
    });
    expect(api.status).toBe(413);
    expect(await api.json()).toMatchObject({ code: 'body_too_large', facts: { megabytes: 1 } });
    const page = await call('/preferences', {
      method: 'POST',
      body,
      headers: { ...headers, 'transfer-encoding': 'chunked' },
    });
    expect(page.status).toBe(413);
    expect(await page.text()).toContain('The file is too large');
  });
});

describe('built files', () => {
  it('are kept for good under their names, compressed where that is read', async () => {
    const plain = await get('/assets/portal-1.css');
    expect(await plain.text()).toBe('body{}');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const small = await get('/assets/portal-1.css', { 'accept-encoding': 'gzip, deflate, br' });
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(await small.text()).toBe('as brotli');
    expect(await (await get('/privacy')).text()).toContain('/assets/portal-1.css');
  });

  it.each([
    '/assets/..%2f..%2fpackage.json',
    '/assets/none.css',
    '/assets/manifest',
    '/assets/%E0',
  ])('do not include %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('hold the workbench at every address below it', async () => {
    for (const path of ['/workbench', '/workbench/matters/JY-1']) {
      const answer = await get(path);
      expect(await answer.text()).toBe('<title>workbench</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-security-policy')).toMatch(
        /style-src [^;]*'unsafe-inline'/,
      );
      expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    }
    expect((await get('/workbench/assets/none.js')).status).toBe(404);
  });
});

describe('measurements', () => {
  it('are for this machine, or for who has the token', async () => {
    await get('/privacy');
    const own = await (await get('/metrics')).text();
    expect(own).toContain('route="get /privacy",status="200"');
    expect(own).toMatch(/^linli_live_streams 0$/m);
    expect((await get('/metrics', {}, '10.0.0.9')).status).toBe(404);
    expect((await get('/metrics', { 'x-forwarded-for': '10.0.0.9' })).status).toBe(404);
    const metricsToken = 'a-long-enough-token';
    const open = createApp({ world, access, dist, migrations, version: '0', metricsToken });
    const authorization = `Bearer ${metricsToken}`;
    expect((await open.request('/metrics', { headers: { authorization } })).status).toBe(200);
    expect((await open.request('/metrics')).status).toBe(404);
  });
});

describe('a server', () => {
  it('waits for its port, and finishes what it began', async () => {
    const first = await listen(app, '127.0.0.1', 18_473);
    const second = listen(app, '127.0.0.1', 18_473);
    const answer = fetch('http://127.0.0.1:18473/privacy');
    expect((await answer).status).toBe(200);
    await first.close();
    const served = await second;
    expect((await fetch('http://127.0.0.1:18473/robots.txt')).status).toBe(200);
    await served.close();
  });
});
