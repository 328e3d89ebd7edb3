import { z } from 'zod';
import type { Db } from '#kernel/db/client.ts';
import { publicScope } from '#kernel/db/scope.ts';
import { definePage, type Page, type Request } from '#kernel/http/route.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { type Language, textOf } from '#kernel/pure/messages.ts';
import { type Names, readNames } from '../../matters/names.ts';
import { findWholeMatter } from '../../matters/view.queries.ts';
import { matterMessages } from '../../matters.messages.ts';
import { findCategory } from '../../reference/categories.ts';
import { areaShown } from '../at-place.ts';
import { readKey, writeKey } from '../page-key.rules.ts';
import { showOnPortal } from '../track/show-on-portal.ts';
import { trackMessages } from '../track/track.messages.ts';
import { dayOfInstant } from '../when.rules.ts';
import { answeredMessages } from './answered.messages.ts';
import { type AnsweredLine, AnsweredPage, PublicMatterPage } from './answered.portal.tsx';
import { listPublished } from './answered.queries.ts';

const open = { face: 'public', capability: null } as const;
const PAGE = 20;
const FRESH_SECONDS = 60;
const after = z.object({ after: z.string().max(60).optional() });

type Row = Awaited<ReturnType<typeof listPublished>>[number];

function lineOf(row: Row, lang: Language, names: Names, isDistrict: boolean): AnsweredLine {
  const day = row.closedAt ? dayOfInstant(lang, row.closedAt) : '';
  return {
    number: row.number,
    title: row.title,
    category: findCategory(row.category)?.[lang] ?? row.category,
    result: textOf(matterMessages[lang].closures, row.closure ?? ''),
    isSolved: row.closure === 'solved' || row.closure === 'verified',
    closed: answeredMessages[lang].closedOn(day),
    area: isDistrict ? names.area(row.area) : '',
    secondings: row.secondings,
  };
}

type Asking = Pick<Request<unknown, z.output<typeof after>, FormData>, 'world' | 'lang' | 'query'>;

async function listPage(
  { world, lang, query }: Asking,
  db: Db,
  area: string | null,
): Promise<Page> {
  const base = area === null ? '' : `/c/${area}`;
  const rows = await listPublished(db, area, readKey(query.after), PAGE + 1);
  const names = await readNames(world, db, lang, []);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const later = last?.closedAt
    ? `${base}/answered?after=${writeKey({ at: last.closedAt, id: last.id })}`
    : null;
  return {
    title: answeredMessages[lang].title,
    body: AnsweredPage({
      lang,
      say: `${base}/say`,
      lines: shown.map((row) => lineOf(row, lang, names, area === null)),
      later,
    }),
    section: 'answered',
    cacheSeconds: FRESH_SECONDS,
  };
}

const everywhere = definePage({
  ...open,
  path: '/answered',
  query: after,
  sample: () => ({}),
  handle: (request) =>
    request.world.database.withReadScope(publicScope, (db) => listPage(request, db, null)),
});

const inCommunity = definePage({
  ...open,
  path: '/c/{code}/answered',
  params: z.object({ code: z.string().regex(/^\d{12}$/) }),
  query: after,
  sample: (fixture) => ({ params: { code: fixture('area.community') } }),
  handle: (request) =>
    request.world.database.withReadScope(publicScope, async (db) => {
      const area = await areaShown(request.world, db, request.params.code, request.lang);
      return { ...(await listPage(request, db, area.code)), place: area.place };
    }),
});

const matter = definePage({
  ...open,
  path: '/m/{number}',
  params: z.object({ number: z.string().regex(/^\d{11}$/) }),
  sample: (fixture) => ({ params: { number: fixture('matter.published') } }),
  handle: ({ world, lang, params }) =>
    world.database.withReadScope(publicScope, async (db): Promise<Page> => {
      const whole = await findWholeMatter(world, db, params.number);
      if (!whole) throw notFound('matter');
      const area = await areaShown(world, db, whole.stored.case.matter.area, lang);
      const view = await showOnPortal(world, db, ANYBODY, whole, {
        lang,
        files: '/files',
        isReporter: false,
        areaName: area.name,
      });
      return {
        title: `${view.title} – ${trackMessages[lang].matterTitle(view.number)}`,
        body: PublicMatterPage({ view }),
        place: area.place,
        section: 'answered',
        options: { back: { href: `/c/${area.code}/answered`, text: answeredMessages[lang].all } },
        cacheSeconds: FRESH_SECONDS,
      };
    }),
});

export const answeredRoutes = [everywhere, inCommunity, matter];
