import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routeName } from '#kernel/http/mount.ts';
import { VERBS } from '#modules/access/pure.ts';
import { jobs } from '../../src/apps/jobs.ts';
import { allRoutes, routesByModule } from '../../src/apps/modules.ts';
import { openApiOf } from '../../src/apps/server/mount-notices.ts';

const root = resolve(import.meta.dirname, '../..');
const named = allRoutes.map((route) => ({ name: routeName(route), route }));
const verbs: readonly string[] = VERBS;
const document = openApiOf('http://127.0.0.1:8080', '0.0.1');

describe('the routes', () => {
  it('of every module are mounted', () => {
    const modules = readdirSync(join(root, 'src/modules')).filter((name) =>
      existsSync(join(root, 'src/modules', name, 'routes.ts')),
    );
    expect(Object.keys(routesByModule)).toEqual(expect.arrayContaining(modules));
  });

  it('have each a method and path of their own', () => {
    const shapes = named.map(({ name }) => name.replace(/\{\w+\}|:\w+/g, '{}'));
    expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
  });

  it.each(named)('$name has a sample that fits it, and a verb that exists', ({ route }) => {
    if (route.capability !== null) expect(verbs).toContain(route.capability);
    const sample = route.sample((name) => `<${name}>`);
    const path = route.kind === 'api' ? route.endpoint.path : route.path;
    const wanted = [...path.matchAll(/\{(\w+)\}|:(\w+)/g)].map(([, a, b]) => a ?? b);
    expect(Object.keys(sample.params ?? {}).sort()).toEqual(wanted.sort());
    const takesBody = route.kind === 'api' && route.endpoint.body !== undefined;
    if (takesBody) expect(sample.body).toBeDefined();
  });
});

describe('the jobs', () => {
  const folders = readdirSync(join(root, 'src/modules'));
  const files = folders.map((name) => join(root, 'src/modules', name, 'jobs.ts'));

  it.each(files.filter((file) => existsSync(file)))('of %s are worked off', async (file) => {
    const own = (await import(file)) as { jobs: typeof jobs };
    expect(jobs).toEqual(expect.arrayContaining([...own.jobs]));
  });
});

describe('the description of the API', () => {
  it('has every endpoint', () => {
    const described = Object.entries(document['paths'] as object).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    const wanted = named.filter(({ route }) => route.kind === 'api').map(({ name }) => name);
    expect(described.sort()).toEqual(wanted.sort());
  });

  it('refers to nothing that is not in it', () => {
    const text = JSON.stringify(document);
    for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      const components = document['components'] as Record<string, Record<string, unknown>>;
      expect(components[kind ?? '']).toHaveProperty([name ?? '']);
    }
    expect(text).not.toContain('$defs');
  });

  it('is valid OpenAPI', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linli-openapi-'));
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
    const { code, said } = await run([redocly, 'lint', file, '--extends', 'minimal']);
    rmSync(folder, { recursive: true });
    expect(said).toContain('valid');
    expect(code).toBe(0);
  });
});

function run(parameters: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const env = {
      ...process.env,
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    };
    const child = spawn(process.execPath, parameters, { env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text;
      });
    child.once('close', (code) => done({ code, said }));
  });
}
