import { z } from 'zod';
import { scopeOf } from '#kernel/db/scope.ts';
import { definePage } from '#kernel/http/route.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { matterMessages } from '../../matters.messages.ts';
import { trackingOf } from '../../messages/tracking.ts';
import { readKey, writeKey } from '../page-key.rules.ts';
import { dayOfInstant } from '../when.rules.ts';
import { trackMessages } from './track.messages.ts';
import { MinePage } from './track.portal.tsx';
import { findOwn, listOwn } from './track.queries.ts';

const own = { face: 'self', capability: null } as const;
const PAGE = 20;

const mine = definePage({
  ...own,
  path: '/mine',
  query: z.object({ after: z.string().max(60).optional() }),
  sample: () => ({}),
  handle: async ({ world, actor, lang, query }) => {
    const rows = await world.database.withReadScope(scopeOf(actor), (db) =>
      listOwn(db, actor.account ?? '', readKey(query.after), PAGE + 1),
    );
    const shown = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    const t = matterMessages[lang];
    return {
      title: trackMessages[lang].mineTitle,
      body: MinePage({
        lang,
        lines: shown.map((row) => ({
          number: row.number,
          title: row.title,
          state: row.closure ? textOf(t.closures, row.closure) : textOf(t.states, row.state),
          received: dayOfInstant(lang, row.receivedAt),
        })),
        later: last ? `/mine?after=${writeKey({ at: last.receivedAt, id: last.id })}` : null,
      }),
      section: 'mine',
      options: { unlisted: true },
    };
  },
});

/** One's own matter opens by its own link, which then acts for that one subject. */
const one = definePage({
  ...own,
  path: '/mine/{number}',
  params: z.object({ number: z.string().regex(/^\d{11}$/) }),
  sample: (fixture) => ({ params: { number: fixture('matter.own') } }),
  handle: async ({ world, actor, params }) => {
    const matter = await world.database.withReadScope(scopeOf(actor), (db) =>
      findOwn(db, actor.account ?? '', params.number),
    );
    if (!matter) throw notFound('matter');
    return { to: `/t/${trackingOf(world, matter).token}` };
  },
});

export const mineRoutes = [mine, one];
