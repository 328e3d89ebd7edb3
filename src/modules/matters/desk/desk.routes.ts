import { scopeOf } from '#kernel/db/scope.ts';
import { defineRoute, type Route } from '#kernel/http/route.ts';
import { listToday } from '#modules/worklist/index.ts';
import { listMatterLines } from '../matters/list.queries.ts';
import { readNames } from '../matters/names.ts';
import { searchEndpoint, waitingEndpoint } from './desk.contract.ts';

const SHOWN = 10;

const search = defineRoute(searchEndpoint, {
  face: 'staff',
  capability: 'matter.read',
  sample: () => ({ query: { q: '26' } }),
  async handle({ world, actor, lang, query }) {
    const q = query.q.replace(/\s/g, '');
    if (!/^\d{2,11}$/.test(q)) return { items: [] };
    return world.database.withReadScope(scopeOf(actor), async (db) => {
      const lines = await listMatterLines(db, {
        range: actor.area,
        organisation: actor.rootOrganisation,
        q,
        order: 'newest',
        after: null,
        limit: SHOWN,
      });
      const names = await readNames(world, db, lang, []);
      return {
        items: lines.map((line) => ({
          key: line.number,
          title: `${line.number} ${line.title}`,
          kind: { zh: '诉求', en: 'Matter' },
          note: names.area(line.area),
          to: `/matters/${line.number}`,
        })),
      };
    });
  },
});

/** Beyond this the bell says '99+': nobody needs to know how far beyond. */
const COUNTED = 100;

const waiting = defineRoute(waitingEndpoint, {
  face: 'staff',
  capability: null,
  sample: () => ({}),
  async handle({ world, actor }) {
    const rows = await world.database.withReadScope(scopeOf(actor), (db) =>
      listToday(db, {
        organisations: [actor.organisation, actor.rootOrganisation].filter((id) => id !== null),
        verbs: Object.keys(actor.verbs),
        limit: COUNTED,
        after: null,
      }),
    );
    return { count: rows.length };
  },
});

export const deskRoutes: readonly Route[] = [search, waiting];
