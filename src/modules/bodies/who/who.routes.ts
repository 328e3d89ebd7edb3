import { z } from 'zod';
import { publicScope } from '#kernel/db/scope.ts';
import { definePage, type PageRoute } from '#kernel/http/route.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { areaName, findArea } from '#modules/territory/index.ts';
import { bodiesMessages } from '../bodies.messages.ts';
import { WhoIsWhoPage } from './who.portal.tsx';
import { findWhoIsWho } from './who.queries.ts';

const FRESH_SECONDS = 60;

export const whoRoutes: readonly PageRoute[] = [
  definePage({
    face: 'public',
    capability: null,
    path: '/c/{code}/who',
    params: z.object({ code: z.string().regex(/^\d{12}$/) }),
    sample: (fixture) => ({ params: { code: fixture('area.community') } }),
    async handle({ world, params: { code }, lang }) {
      const today = dateOf(world.clock.now());
      return world.database.withReadScope(publicScope, async (db) => {
        const who = await findWhoIsWho(world, db, code, today);
        if (!who) throw notFound('area_unknown');
        const { area } = who;
        const above = area.parent === null ? undefined : await findArea(db, area.parent, today);
        return {
          title: bodiesMessages[lang].who.title,
          body: WhoIsWhoPage({ who, lang }),
          place: {
            code,
            name: areaName(lang, area),
            parent: above ? areaName(lang, above) : null,
          },
          section: 'who',
          cacheSeconds: FRESH_SECONDS,
        };
      });
    },
  }),
];
