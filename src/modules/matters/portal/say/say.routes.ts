import { z } from 'zod';
import { publicScope, systemScope } from '#kernel/db/scope.ts';
import { readForm } from '#kernel/http/forms.ts';
import { definePage, type Redirect, type Request } from '#kernel/http/route.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { invalid, notFound, refusedBy } from '#kernel/pure/errors.ts';
import { formatNumber, type PublicNumber } from '#kernel/pure/numbers.ts';
import { PIN_SIZES, placeMapFile } from '#kernel/views/index.ts';
import { areaShown } from '../at-place.ts';
import { communityMap, withPin } from '../place-pages/community-map.ts';
import { finderPage, finderQuery } from '../place-pages/finder-page.ts';
import { ElsewherePage, SecondedPage } from './check.portal.tsx';
import { checkPage, send, sentPage } from './check-step.ts';
import { contactPage, takeContact } from './contact-step.ts';
import { meTooForm } from './say.contract.ts';
import { sayMessages } from './say.messages.ts';
import { communityOrigin, stairwellOrigin } from './say-origin.ts';
import { secondMatter, voiceOf } from './second-matter.ts';
import { findSecondings } from './similar.queries.ts';
import { contentFor, openDraft, readyDraft, takeWhat, whatPage } from './what-step.ts';

const open = { face: 'public', capability: null } as const;
const community = z.object({ code: z.string().regex(/^\d{12}$/) });
const stairwell = z.object({ code: z.string().max(12) });
const aCommunity = (fixture: (name: string) => string) => ({
  params: { code: fixture('area.community') },
});
const aStairwell = (fixture: (name: string) => string) => ({
  params: { code: fixture('stairwell.code') },
});

type Coded = Request<{ code: string }, unknown, FormData>;
type FindOrigin = typeof communityOrigin;

const originFor = (find: FindOrigin) => (request: Coded) =>
  request.world.database.withReadScope(publicScope, (db) =>
    find(request.world, db, request.params.code, request.lang),
  );

/** Step 1 exists twice: from a community's page and from a code on the wall. */
function whatRoutes(
  path: '/c/{code}/say' | '/b/{code}/say',
  params: typeof community | typeof stairwell,
  find: FindOrigin,
  sample: typeof aCommunity,
) {
  const origin = originFor(find);
  return [
    definePage({
      ...open,
      path,
      params,
      sample,
      handle: async (request) => {
        const at = await origin(request as Coded);
        return whatPage(request, at, (await contentFor(request, at)).content);
      },
    }),
    definePage({
      ...open,
      method: 'post',
      path,
      params,
      perMinute: 60,
      sample: (fixture) => ({ ...sample(fixture), body: { words: '路灯不亮', place: '东门口' } }),
      handle: async (request) => takeWhat(request, await origin(request as Coded)),
    }),
  ];
}

const choose = definePage({
  ...open,
  path: '/say',
  query: finderQuery.extend({ lost: z.string().max(1).optional() }),
  sample: () => ({}),
  handle: async (request) => {
    const draft = await openDraft(request.world, request.cookies);
    const isAsked = Object.values(request.query).some((value) => value !== undefined);
    if (draft && !isAsked) return { to: `${draft.content.base}/say` } satisfies Redirect;
    return finderPage(request, {
      action: '/say',
      to: '/say',
      title: sayMessages[request.lang].where,
      note: request.query.lost ? sayMessages[request.lang].lost : undefined,
    });
  },
});

const contact = definePage({
  ...open,
  path: '/say/contact',
  sample: () => ({}),
  handle: async (request) => {
    const draft = await readyDraft(request.world, request.cookies);
    return 'to' in draft ? draft : contactPage(request, draft);
  },
});

const giveContact = definePage({
  ...open,
  method: 'post',
  path: '/say/contact',
  sample: () => ({ body: { publish: 'yes' } }),
  handle: takeContact,
});

const check = definePage({
  ...open,
  path: '/say/check',
  sample: () => ({}),
  handle: async (request) => {
    const draft = await readyDraft(request.world, request.cookies);
    if ('to' in draft) return draft;
    return draft.content.contact === null ? { to: '/say/contact' } : checkPage(request, draft);
  },
});

const sendIt = definePage({
  ...open,
  method: 'post',
  path: '/say/send',
  perMinute: 20,
  sample: () => ({ body: {} }),
  handle: send,
});

const sent = definePage({ ...open, path: '/say/sent', sample: () => ({}), handle: sentPage });

const elsewhere = definePage({
  ...open,
  path: '/say/elsewhere',
  sample: () => ({}),
  handle: async ({ world, cookies, lang }) => {
    const draft = await openDraft(world, cookies);
    const back = draft ? `${draft.content.base}/say` : '/say';
    return { title: sayMessages[lang].elsewhereTitle, body: ElsewherePage({ lang, back }) };
  },
});

const meToo = definePage({
  ...open,
  method: 'post',
  path: '/say/me-too',
  perMinute: 20,
  sample: (fixture) => ({ body: { number: fixture('matter.open') } }),
  handle: async ({ world, actor, body, cookies }) => {
    const form = readForm(meTooForm, body);
    if (!form.value) throw invalid(form.faults);
    const { number } = form.value;
    const refusal = await secondMatter(world, actor, number, voiceOf(world, actor, cookies));
    // Said twice is said once: the page after it is the same.
    if (refusal && refusal.refused !== 'seconded_already') throw refusedBy(refusal);
    return { to: `/say/seconded/${number}` };
  },
});

const seconded = definePage({
  ...open,
  path: '/say/seconded/{number}',
  params: meTooForm,
  sample: (fixture) => ({ params: { number: fixture('matter.open') } }),
  handle: async ({ world, lang, params }) => {
    const count = await world.database.withReadScope(systemScope, (db) =>
      findSecondings(db, params.number),
    );
    if (count === undefined) throw notFound('matter');
    const number = formatNumber(params.number as PublicNumber);
    return {
      title: sayMessages[lang].secondedTitle,
      body: SecondedPage({ lang, count, number }),
      options: { unlisted: true },
    };
  },
});

const MAP_SECONDS = 3600;
const fraction = /^(0(\.\d+)?|1),(0(\.\d+)?|1)$/;

/** The drawing that an image input shows; with the pin where it was put. */
const map = definePage({
  ...open,
  path: '/c/{code}/map/{file}',
  params: community.extend({ file: z.enum(['narrow.svg', 'wide.svg']) }),
  query: z.object({ at: z.string().regex(fraction).optional() }),
  sample: (fixture) => ({ params: { code: fixture('area.community'), file: 'wide.svg' } }),
  handle: async ({ world, lang, params, query }) => {
    const { area, drawn } = await world.database.withReadScope(publicScope, async (db) => ({
      area: await areaShown(world, db, params.code, lang),
      drawn: await communityMap(db, params.code, dateOf(world.clock.now())),
    }));
    const size = PIN_SIZES.find(({ name }) => params.file.startsWith(name));
    if (!drawn || !size) throw notFound('map');
    const svg = await placeMapFile(withPin(drawn.view, query.at ?? null), size, area.name);
    return new Response(svg, {
      headers: {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': `public, max-age=${MAP_SECONDS}`,
      },
    });
  },
});

export const sayRoutes = [
  choose,
  contact,
  giveContact,
  check,
  sendIt,
  sent,
  elsewhere,
  meToo,
  seconded,
  ...whatRoutes('/c/{code}/say', community, communityOrigin, aCommunity),
  ...whatRoutes('/b/{code}/say', stairwell, stairwellOrigin, aStairwell),
  map,
];
