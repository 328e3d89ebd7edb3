import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

const words = z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]);

const postChoice = z
  .object({ id: z.string(), title: words, organisation: words })
  .meta({ id: 'PostChoice' });

const sessionActor = z
  .object({
    account: z.string(),
    name: z.string(),
    face: z.enum(['self', 'staff']),
    post: postChoice.nullable(),
    organisation: words.nullable(),
    organisationKind: z.string().nullable(),
    area: z.object({ code: z.string(), name: words }).nullable(),
    /** Verb → reach: 'own', 'area' or 'district'. */
    verbs: z.record(z.string(), z.enum(['own', 'area', 'district'])),
  })
  .meta({ id: 'SessionActor' });

export const session = z
  .object({
    /** Null where nobody is signed in. */
    actor: sessionActor.nullable(),
    posts: z.array(postChoice),
    /** What must be done before anything else: choose a password, enrol a second factor. */
    needs: z.array(z.enum(['password', 'second_factor'])),
    idleSeconds: z.int(),
  })
  .meta({ id: 'Session' });

export type SessionView = z.output<typeof session>;

export const readSession = defineEndpoint({
  method: 'get',
  path: '/api/v1/session',
  summary: 'Who is signed in, in which post, and what the post may do',
  reply: session,
});

export const chooseSessionPost = defineEndpoint({
  method: 'post',
  path: '/api/v1/session/post',
  summary: 'Act in another of one’s posts',
  body: z.object({ id: z.string().max(64) }),
  reply: session,
});

export const leaveEverywhere = defineEndpoint({
  method: 'post',
  path: '/api/v1/session/sign-out-everywhere',
  summary: 'End every session of this account',
  body: z.object({}),
  reply: z.object({ signedOut: z.literal(true) }),
});

export const listOwnSessions = defineEndpoint({
  method: 'get',
  path: '/api/v1/session/list',
  summary: 'The sessions of this account that are open now',
  reply: z.object({
    sessions: z.array(
      z.object({
        startedAt: z.iso.datetime(),
        seenAt: z.iso.datetime(),
        browser: z.string(),
        present: z.boolean(),
      }),
    ),
  }),
});
