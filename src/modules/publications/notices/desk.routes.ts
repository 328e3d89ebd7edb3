import { scopeOf } from '#kernel/db/scope.ts';
import { type ApiRoute, defineDownload, defineRoute, type Request } from '#kernel/http/route.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { tableReply } from '#kernel/tabular/tabular.ts';
import { deskCursor, pageOf, readDeskCursor } from './cursor.rules.ts';
import { lineOf, mayWriteFor, WRITE_NOTICES } from './notice.policy.ts';
import { findNotice, listVersions } from './notice.queries.ts';
import { countDesk, type DeskWanted, listAllOnDesk, listDesk } from './notice-lists.queries.ts';
import { noticeColumns } from './notice-sheet.tabular.ts';
import {
  exportNoticesEndpoint,
  listDeskEndpoint,
  noticeChoicesEndpoint,
  readDeskEndpoint,
} from './notices.contract.ts';
import { noticeMessages } from './notices.messages.ts';
import { deskRecordOf, deskRowOf } from './present-notice.rules.ts';
import { readNames } from './read-names.ts';

type Asked = Pick<Request<never, never, never>, 'world' | 'actor' | 'lang'>;

/** One notice of the actor's area with all that the desk shows; outside it there is none. */
export async function readDesk({ world, actor, lang }: Asked, number: string) {
  const today = dateOf(world.clock.now());
  return world.database.withReadScope(scopeOf(actor), async (db) => {
    const notice = await findNotice(db, number);
    // What hangs is public, but the desk shows only the area's own.
    if (!notice || !isWithin(actor.area, notice.area)) throw notFound('notice_unknown');
    const versions = await listVersions(db, notice.id);
    return deskRecordOf(notice, versions, actor, await readNames(db, today, lang));
  });
}

type Filters = { [Key in 'state' | 'line' | 'area']?: DeskWanted[Key] | undefined };

const wantedBy = ({ actor }: Asked, query: Filters): DeskWanted => ({
  range: actor.area,
  state: query.state ?? null,
  line: query.line ?? null,
  area: query.area ?? null,
});

const staff = { face: 'staff', capability: WRITE_NOTICES } as const;

export const deskRoutes: readonly ApiRoute[] = [
  defineRoute(listDeskEndpoint, {
    ...staff,
    sample: () => ({}),
    async handle(request) {
      const { world, actor, lang, query } = request;
      const wanted = wantedBy(request, query);
      return world.database.withReadScope(scopeOf(actor), async (db) => {
        const after = readDeskCursor(query.after);
        const { items, last } = pageOf(await listDesk(db, wanted, after, query.limit), query.limit);
        const names = await readNames(db, dateOf(world.clock.now()), lang);
        return {
          items: items.map((notice) => deskRowOf(notice, names)),
          next: last && deskCursor(last),
          total: await countDesk(db, wanted),
        };
      });
    },
  }),
  defineRoute(readDeskEndpoint, {
    ...staff,
    sample: (fixture) => ({ params: { number: fixture('notice.published') } }),
    handle: (request) => readDesk(request, request.params.number),
  }),
  defineRoute(noticeChoicesEndpoint, {
    ...staff,
    sample: () => ({}),
    async handle({ world, actor, lang }) {
      const today = dateOf(world.clock.now());
      const names = await world.database.withReadScope(scopeOf(actor), (db) =>
        readNames(db, today, lang),
      );
      const areas = [...names].filter(([code]) => mayWriteFor(actor, code));
      return {
        line: lineOf(actor.organisationKind),
        areas: areas.map(([code, name]) => ({ code, name })),
        today,
      };
    },
  }),
  defineDownload(exportNoticesEndpoint, {
    ...staff,
    sample: () => ({}),
    async handle(request) {
      const { world, actor, lang, query } = request;
      const words = noticeMessages[lang];
      return world.database.withReadScope(scopeOf(actor), async (db) => {
        const rows = await listAllOnDesk(db, wantedBy(request, query));
        const names = await readNames(db, dateOf(world.clock.now()), lang);
        return tableReply(query.format, words.file.name, noticeColumns(words, names), rows);
      });
    },
  }),
];
