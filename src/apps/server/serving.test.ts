import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Database } from '#kernel/db/client.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { listen } from './listen.ts';
import { liveOf } from './live.routes.ts';
import { aServer, type TestServer } from './server.factory.ts';

let server: TestServer;

beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

describe('built files', () => {
  it('are kept for good under their names, compressed where that is read', async () => {
    const plain = await server.get('/assets/portal-1.css');
    expect(await plain.text()).toBe('body{}');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const small = await server.get('/assets/portal-1.css', {
      'accept-encoding': 'gzip, deflate, br',
    });
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(await small.text()).toBe('as brotli');
    expect(await (await server.get('/privacy')).text()).toContain('/assets/portal-1.css');
  });

  it.each([
    '/assets/..%2f..%2fpackage.json',
    '/assets/none.css',
    '/assets/manifest',
    '/assets/%E0',
  ])('do not include %s', async (path) => {
    expect((await server.get(path)).status).toBe(404);
  });

  it('hold the workbench at every address below it', async () => {
    for (const path of ['/workbench', '/workbench/matters/JY-1']) {
      const answer = await server.get(path);
      expect(await answer.text()).toBe('<title>workbench</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-security-policy')).toMatch(
        /style-src [^;]*'unsafe-inline'/,
      );
      expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    }
    expect((await server.get('/workbench/assets/none.js')).status).toBe(404);
  });
});

describe('measurements', () => {
  it('are for this machine, or for who has the token', async () => {
    await server.get('/privacy');
    const own = await (await server.get('/metrics')).text();
    expect(own).toContain('route="get /privacy",status="200"');
    expect(own).toMatch(/^linli_live_streams 0$/m);
    expect((await server.get('/metrics', {}, '10.0.0.9')).status).toBe(404);
    expect((await server.get('/metrics', { 'x-forwarded-for': '10.0.0.9' })).status).toBe(404);
    const metricsToken = 'a-long-enough-token';
    const open = server.appWith({ metricsToken });
    const authorization = `Bearer ${metricsToken}`;
    expect((await open.request('/metrics', { headers: { authorization } })).status).toBe(200);
    expect((await open.request('/metrics')).status).toBe(404);
  });
});

describe('a live page', () => {
  it('hears at once what it must look at, and leaves nothing behind', async () => {
    const staff: Actor = { ...ANYBODY, face: 'staff', account: 'a', area: { lo: '3', hi: '4' } };
    const seen = server.appWith({ access: { actorOf: async () => staff } });
    const serving = await listen(seen, '127.0.0.1', 18_474);
    const leave = new AbortController();
    const answer = await fetch('http://127.0.0.1:18474/api/v1/live?topics=matters', {
      signal: leave.signal,
    });
    expect(answer.headers.get('content-type')).toMatch('text/event-stream');
    const reader = answer.body?.getReader();
    let heard = '';
    while (!heard.includes('matters')) {
      const { value } = (await reader?.read()) ?? {};
      heard += new TextDecoder().decode(value);
    }
    expect(liveOf(server.world).count()).toBe(1);
    leave.abort();
    await vi.waitFor(() => expect(liveOf(server.world).count()).toBe(0));
    await serving.close();
  });
});

describe('a database that is away', () => {
  it('is told as such, on pages too', async () => {
    const url = 'postgresql://nobody@127.0.0.1:1/none';
    const database = new Database({ url, schema: 'none' });
    const away = { ...server.world, database };
    const alone = server.appWith({ world: away });
    const health = await alone.request('/health');
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ reasons: ['database'] });
    const api = await alone.request('/api/v1/areas');
    expect({ status: api.status, value: await api.json() }).toMatchObject({
      status: 503,
      value: { code: 'database' },
    });
    const page = await alone.request('/privacy');
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('暂时不能使用');
    await database.close();
  });
});

describe('a server', () => {
  it('waits for its port, and finishes what it began', async () => {
    const first = await listen(server.app, '127.0.0.1', 18_473);
    const second = listen(server.app, '127.0.0.1', 18_473);
    const answer = fetch('http://127.0.0.1:18473/privacy');
    expect((await answer).status).toBe(200);
    await first.close();
    const served = await second;
    expect((await fetch('http://127.0.0.1:18473/robots.txt')).status).toBe(200);
    await served.close();
  });
});
