import { defineRoute } from '#kernel/http/route.ts';
import { AppError, unauthenticated } from '#kernel/pure/errors.ts';
import { textOf } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';
import { postMessages } from './post.messages.ts';
import type { Words } from './post.types.ts';
import {
  chooseSessionPost,
  leaveEverywhere,
  listOwnSessions,
  readSession,
} from './session.contract.ts';
import type { SignedIn } from './session.types.ts';
import { sessionView } from './session-view.rules.ts';
import { signOutEverywhere, switchPost } from './switch-post.ts';

const titleOf = (post: string): Words => ({
  zh: textOf(postMessages.zh, post),
  en: textOf(postMessages.en, post),
});

async function demandSession(world: World, headers: Headers): Promise<SignedIn> {
  const signedIn = await accessOf(world).signedIn(headers);
  if (!signedIn) throw unauthenticated();
  return signedIn;
}

const read = defineRoute(readSession, {
  face: 'public',
  capability: null,
  sample: () => ({}),
  handle: async ({ world, headers }) =>
    sessionView(await accessOf(world).signedIn(headers), titleOf),
});

const choose = defineRoute(chooseSessionPost, {
  face: 'staff',
  capability: null,
  sample: (fixture) => ({ body: { id: fixture('appointment.own') } }),
  handle: async ({ world, headers, body }) => {
    await switchPost(world, await demandSession(world, headers), body.id);
    return sessionView(await demandSession(world, headers), titleOf);
  },
});

const leave = defineRoute(leaveEverywhere, {
  face: 'public',
  capability: null,
  sample: () => ({ body: {} }),
  handle: async ({ world, headers }) => {
    await signOutEverywhere(world, await demandSession(world, headers));
    return { signedOut: true as const };
  },
});

const list = defineRoute(listOwnSessions, {
  face: 'public',
  capability: null,
  sample: () => ({}),
  handle: async ({ world, headers }) => {
    const { actor, token } = await demandSession(world, headers);
    if (actor.account === null) throw new AppError('unauthenticated', 'sign_in');
    const { internalAdapter } = await accessOf(world).auth.$context;
    const sessions = await internalAdapter.listSessions(actor.account, {
      onlyActiveSessions: true,
    });
    return {
      sessions: sessions.map((one) => ({
        startedAt: one.createdAt.toISOString(),
        seenAt: new Date(seenAtOf(one)).toISOString(),
        browser: one.userAgent ?? '',
        present: one.token === token,
      })),
    };
  },
});

function seenAtOf(session: { readonly createdAt: Date; readonly seenAt?: unknown }): Date {
  return session.seenAt instanceof Date ? session.seenAt : session.createdAt;
}

export const sessionRoutes = [read, choose, leave, list];
