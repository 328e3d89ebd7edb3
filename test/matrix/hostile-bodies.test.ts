import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeName } from '#kernel/http/mount.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { VERBS } from '#modules/access/pure.ts';
import { allRoutes } from '../../src/apps/modules.ts';
import { openSampledApp, type SampledApp } from './sampled-app.ts';

let sampled: SampledApp;
beforeAll(async () => {
  sampled = await openSampledApp();
}, 60_000);
afterAll(() => sampled.close());

/** Holds every verb everywhere: nothing stops a hostile body but the route itself. */
const ANYTHING: Actor = {
  ...ANYBODY,
  face: 'staff',
  account: 'anything',
  organisation: '00000000-0000-7000-8000-0000000000aa',
  rootOrganisation: '00000000-0000-7000-8000-0000000000aa',
  organisationKind: 'COMMAND_CENTRE',
  area: areaRange('320105000000'),
  verbs: Object.fromEntries(VERBS.map((verb) => [verb, 'district' as const])),
};

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    '\ud800',
    null,
    true,
    -1,
    1e308,
    '',
    '\u0000',
    '<script>alert(1)</script>',
    "'; drop table matter; --",
    '😀'.repeat(3000),
    [],
    {},
    { toString: 1 },
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.integer(),
);

/** The route's own sample with some fields turned hostile, or something else altogether. */
function hostile(sample: unknown): fc.Arbitrary<unknown> {
  if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return fc.anything();
  const fields = Object.keys(sample);
  const changed = fc.record(
    Object.fromEntries(
      fields.map((field) => [
        field,
        fc.oneof(nasty, fc.constant((sample as Record<string, unknown>)[field])),
      ]),
    ),
  );
  return fc.oneof(changed, fc.jsonValue(), fc.dictionary(fc.string(), nasty));
}

const writing = allRoutes
  .filter((route) =>
    route.kind === 'api' ? route.endpoint.method !== 'get' : route.method === 'post',
  )
  .map((route) => ({ name: routeName(route), route }));

describe('hostile bodies', () => {
  it.each(writing)('$name answers none with a server error', async ({ route }) => {
    const actor =
      route.face === 'staff'
        ? ANYTHING
        : {
            ...ANYBODY,
            face: route.face,
            account: 'somebody',
            subject: '00000000-0000-7000-8000-00000000ffff',
          };
    const sample = route.sample((name) => name).body;
    await fc.assert(
      fc.asyncProperty(hostile(sample), async (body) => {
        const flat =
          route.kind === 'page'
            ? Object.fromEntries(
                Object.entries(body ?? {}).map(([key, value]) => [
                  key,
                  typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
                ]),
              )
            : body;
        const response = await sampled.call(route, actor, flat ?? {});
        await response.arrayBuffer();
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 15 },
    );
  });
});
