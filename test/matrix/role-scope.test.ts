import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeName } from '#kernel/http/mount.ts';
import type { Route } from '#kernel/http/route.ts';
import { type Actor, ANYBODY, type Reach } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { listCapabilities } from '#modules/access/pure.ts';
import { allRoutes } from '../../src/apps/modules.ts';
import { openSampledApp, type SampledApp } from './sampled-app.ts';

let sampled: SampledApp;
beforeAll(async () => {
  sampled = await openSampledApp();
}, 60_000);
afterAll(() => sampled.close());

const ORGANISATION = '00000000-0000-7000-8000-0000000000aa';

function actorOf(
  kind: string,
  post: string,
  verbs: Readonly<Record<string, Reach>>,
  area: string,
): Actor {
  return {
    ...ANYBODY,
    face: 'staff',
    account: `${kind}.${post}`,
    name: post,
    post,
    organisation: ORGANISATION,
    rootOrganisation: ORGANISATION,
    organisationKind: kind,
    area: areaRange(area),
    verbs,
  };
}

/** Nobody calls these in his own name: better-auth's, and what ends the caller's own session. */
const staffRoutes = allRoutes
  .filter((route) => route.face === 'staff')
  .map((route) => ({ name: routeName(route), route }));
const guarded = staffRoutes.filter(({ route }) => route.capability !== null);

/** A page leads to the sign-in instead of answering 401. */
async function statusOf(route: Route, actor: Actor): Promise<number> {
  const response = await sampled.call(route, actor);
  await response.arrayBuffer();
  const isSentToSignIn = response.headers.get('location')?.includes('sign-in') ?? false;
  return isSentToSignIn ? 401 : response.status;
}

describe('every staff route', () => {
  it.each(staffRoutes)('$name is closed to the public and to residents', async ({ route }) => {
    expect(await statusOf(route, ANYBODY)).toBe(401);
    expect(await statusOf(route, { ...ANYBODY, face: 'self', account: 'resident' })).toBe(401);
  });

  it.each(guarded)(
    '$name opens to the posts that hold its verb, and to no other',
    async ({ route }) => {
      for (const { kind, post, grant } of listCapabilities()) {
        const status = await statusOf(route, actorOf(kind, post, grant, '320105901001'));
        const who = `${routeName(route)} as ${kind} ${post}`;
        const holds = Object.hasOwn(grant, route.capability ?? '');
        expect([who, holds || status === 403]).toEqual([who, true]);
        expect([who, status < 500]).toEqual([who, true]);
      }
    },
  );

  const aboutOneMatter = guarded.filter(({ name }) => name.includes('/matters/{number}'));
  it.each(aboutOneMatter)(
    '$name answers 404 in another community and subdistrict',
    async ({ route }) => {
      const verbs = { [route.capability ?? '']: 'district' as const };
      for (const area of ['320105901002', '320105902000', '320106000000']) {
        // Of a body that no other test has given a task of the matter.
        const body = '00000000-0000-7000-8000-0000000000bb';
        const clerk = actorOf('SERVICE_STATION', 'clerk', verbs, area);
        const stranger = { ...clerk, organisation: body, rootOrganisation: body };
        expect(await statusOf(route, stranger)).toBe(404);
      }
    },
  );
});
