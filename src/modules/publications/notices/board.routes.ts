import type { Db } from '#kernel/db/client.ts';
import { publicScope } from '#kernel/db/scope.ts';
import { definePage, type Page, type PageRoute, type Request } from '#kernel/http/route.ts';
import { dateOf, instantOf } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { listAreas } from '#modules/territory/index.ts';
import { boardCursor, pageOf, readBoardCursor } from './cursor.rules.ts';
import { findNotice } from './notice.queries.ts';
import type { Line } from './notice.types.ts';
import { boardAreas } from './notice-days.rules.ts';
import { feedXml } from './notice-feed.rules.ts';
import { listBoard } from './notice-lists.queries.ts';
import { areaParams, boardQuery, noticeParams } from './notices.contract.ts';
import { noticeMessages } from './notices.messages.ts';
import { BoardPage, NoticePage, signatureOf } from './notices.portal.tsx';
import { cardOf, hangsOn } from './present-notice.rules.ts';
import { type PlaceShown, readNames, readPlace } from './read-names.ts';

const PAGE_LENGTH = 15;
const FEED_LENGTH = 30;
// A board changes by the day; a minute spares the database a crowd.
const FRESH_SECONDS = 60;

const open = { face: 'public', capability: null } as const;
const SECTION = 'notices';

type Asked = Pick<Request<never, never, never>, 'world' | 'lang'>;
type Wanted = { readonly line?: Line | undefined; readonly after?: string | undefined };

async function board(db: Db, asked: Asked, place: PlaceShown, wanted: Wanted): Promise<Page> {
  const { world, lang } = asked;
  const today = dateOf(world.clock.now());
  const line = wanted.line ?? null;
  const after = readBoardCursor(wanted.after);
  const areas = boardAreas(place.code);
  const rows = await listBoard(db, { areas, line, today, after, limit: PAGE_LENGTH });
  const { items, last } = pageOf(rows, PAGE_LENGTH);
  const words = noticeMessages[lang];
  const base = `/c/${place.code}/notices`;
  const feed = `${base}.atom`;
  const title = words.board.titleOf(place.name);
  return {
    title,
    body: BoardPage({
      lang,
      place: place.name,
      base,
      feed,
      line,
      items: items.map(cardOf),
      names: await readNames(db, today, lang),
      isFirst: after === null,
      next: last && boardCursor(last),
    }),
    options: { feed: { href: feed, title } },
    section: SECTION,
    cacheSeconds: FRESH_SECONDS,
  };
}

async function placeOrNone(db: Db, { world, lang }: Asked, code: string): Promise<PlaceShown> {
  const place = await readPlace(db, code, dateOf(world.clock.now()), lang);
  if (!place) throw notFound('area_unknown');
  return place;
}

/** The district's pages carry no place of their own: the shell names the district. */
const isDistrict = (code: string) => code.endsWith('000000');

export const boardRoutes: readonly PageRoute[] = [
  definePage({
    ...open,
    path: '/notices',
    query: boardQuery,
    sample: () => ({}),
    async handle(request) {
      const { world, query } = request;
      return world.database.withReadScope(publicScope, async (db) => {
        const areas = await listAreas(db, dateOf(world.clock.now()));
        const district = areas.find((area) => area.kind === 'district');
        if (!district) throw notFound('area_unknown');
        return board(db, request, await placeOrNone(db, request, district.code), query);
      });
    },
  }),
  definePage({
    ...open,
    path: '/c/{code}/notices',
    params: areaParams,
    query: boardQuery,
    sample: (fixture) => ({ params: { code: fixture('area.community') } }),
    async handle(request) {
      const { world, params, query } = request;
      return world.database.withReadScope(publicScope, async (db) => {
        const place = await placeOrNone(db, request, params.code);
        const page = await board(db, request, place, query);
        return isDistrict(place.code) ? page : { ...page, place };
      });
    },
  }),
  definePage({
    ...open,
    path: '/c/{code}/notices.atom',
    params: areaParams,
    query: boardQuery.pick({ line: true }),
    sample: (fixture) => ({ params: { code: fixture('area.community') } }),
    async handle(request) {
      const { world, params, query, lang } = request;
      const today = dateOf(world.clock.now());
      return world.database.withReadScope(publicScope, async (db) => {
        const place = await placeOrNone(db, request, params.code);
        const line = query.line ?? null;
        const areas = boardAreas(place.code);
        const rows = await listBoard(db, { areas, line, today, after: null, limit: FEED_LENGTH });
        const words = noticeMessages[lang];
        const names = await readNames(db, today, lang);
        const xml = feedXml({
          district: world.settings.district,
          area: place.code,
          title: words.board.titleOf(place.name),
          lang,
          publicUrl: world.settings.publicUrl,
          emptySince: instantOf(today),
          entries: rows.slice(0, FEED_LENGTH).map((notice) => ({
            ...cardOf(notice),
            body: notice.body,
            lineName: words.lines[notice.line],
            author: signatureOf(notice, words, names),
          })),
        });
        return feedReply(xml);
      });
    },
  }),
  definePage({
    ...open,
    path: '/n/{number}',
    params: noticeParams,
    sample: (fixture) => ({ params: { number: fixture('notice.published') } }),
    async handle({ world, params, lang }) {
      const today = dateOf(world.clock.now());
      return world.database.withReadScope(publicScope, async (db) => {
        const notice = await findNotice(db, params.number);
        if (!notice?.shownAt || !hangsOn(notice, today)) throw notFound('notice_unknown');
        const { shownAt } = notice;
        const place = await readPlace(db, notice.area, today, lang);
        const names = await readNames(db, today, lang);
        return {
          title: notice.title,
          body: NoticePage({ lang, notice, shownAt, names }),
          ...(place && !isDistrict(place.code) ? { place } : {}),
          // Not kept: what is taken down is gone at once.
          section: SECTION,
        };
      });
    },
  }),
];

function feedReply(xml: string): Response {
  return new Response(xml, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': `public, max-age=${FRESH_SECONDS}`,
      'x-content-type-options': 'nosniff',
      vary: 'accept-language, cookie',
    },
  });
}
