import { z } from 'zod';
import { defineDownload } from '#kernel/http/route.ts';
import { type Live, openLive } from '#kernel/live/live.ts';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import type { World } from '#kernel/world.ts';

// Keyed by the database, which stays the same object when a test gives a world another clock.
const opened = new WeakMap<object, Live>();

/** The live pages of this process. */
export function liveOf(world: World): Live {
  const known = opened.get(world.database);
  if (known) return known;
  const live = openLive(world);
  opened.set(world.database, live);
  return live;
}

const listen = defineEndpoint({
  method: 'get',
  path: '/api/v1/live',
  summary:
    'Server-sent events: which topics changed within one’s area or for one’s body, at most once a second',
  query: z.object({
    /** Topics with commas between them. */
    topics: z.string().max(300).default('matters,worklist,notices'),
  }),
  reply: z.string(),
});

const stream = defineDownload(listen, {
  face: 'staff',
  capability: null,
  sample: () => ({}),
  handle: async ({ world, actor, query, signal }) => {
    const topics = query.topics.split(',').filter((topic) => topic !== '');
    const { area: range, rootOrganisation: organisation } = actor;
    return liveOf(world).liveStream({ signal }, { topics, range, organisation });
  },
});

export const liveRoutes = [stream];
