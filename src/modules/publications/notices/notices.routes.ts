import { publicScope } from '#kernel/db/scope.ts';
import { type ApiRoute, defineRoute } from '#kernel/http/route.ts';
import { dateOf, type PlainDate, plainDateOf } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { findArea } from '#modules/territory/index.ts';
import { correctNotice } from './correct-notice.ts';
import { boardCursor, pageOf, readBoardCursor } from './cursor.rules.ts';
import { readDesk } from './desk.routes.ts';
import { editNotice } from './edit-notice.ts';
import { PUBLISH_NOTICES, WRITE_NOTICES } from './notice.policy.ts';
import { findNotice } from './notice.queries.ts';
import { boardAreas } from './notice-days.rules.ts';
import { listBoard } from './notice-lists.queries.ts';
import {
  correctNoticeEndpoint,
  editNoticeEndpoint,
  listNoticesEndpoint,
  publishNoticeEndpoint,
  readNoticeEndpoint,
  withdrawNoticeEndpoint,
  writeNoticeEndpoint,
} from './notices.contract.ts';
import { cardViewOf, hangsOn, publicViewOf } from './present-notice.rules.ts';
import { publishNotice } from './publish-notice.ts';
import { withdrawNotice } from './withdraw-notice.ts';
import { writeNotice } from './write-notice.ts';

const open = { face: 'public', capability: null } as const;
const write = { face: 'staff', capability: WRITE_NOTICES } as const;
const publish = { face: 'staff', capability: PUBLISH_NOTICES } as const;

const dayOf = (text: string | null): PlainDate | null => (text === null ? null : plainDateOf(text));

const content = { title: '停水通知', body: '周四九点到十二点停水。', expiresOn: '2099-01-31' };

export const noticeRoutes: readonly ApiRoute[] = [
  defineRoute(listNoticesEndpoint, {
    ...open,
    sample: (fixture) => ({ query: { area: fixture('area.community') } }),
    async handle({ world, query: { area, line, after, limit } }) {
      const today = dateOf(world.clock.now());
      return world.database.withReadScope(publicScope, async (db) => {
        if (!(await findArea(db, area, today))) throw notFound('area_unknown');
        const rows = await listBoard(db, {
          areas: boardAreas(area),
          line: line ?? null,
          today,
          after: readBoardCursor(after),
          limit,
        });
        const { items, last } = pageOf(rows, limit);
        return { items: items.map(cardViewOf), next: last && boardCursor(last) };
      });
    },
  }),
  defineRoute(readNoticeEndpoint, {
    ...open,
    sample: (fixture) => ({ params: { number: fixture('notice.published') } }),
    async handle({ world, params: { number } }) {
      const today = dateOf(world.clock.now());
      const notice = await world.database.withReadScope(publicScope, (db) =>
        findNotice(db, number),
      );
      if (!notice || !hangsOn(notice, today)) throw notFound('notice_unknown');
      return publicViewOf(notice);
    },
  }),
  defineRoute(writeNoticeEndpoint, {
    ...write,
    sample: (fixture) => ({ body: { ...content, area: fixture('area.community') } }),
    async handle(request) {
      const { world, actor, idempotencyKey, body } = request;
      const { publishFrom, expiresOn } = body;
      const command = { ...body, publishFrom: dayOf(publishFrom), expiresOn: dayOf(expiresOn) };
      const { number } = await writeNotice(world, actor, command, idempotencyKey);
      return readDesk(request, number);
    },
  }),
  defineRoute(editNoticeEndpoint, {
    ...write,
    sample: (fixture) => ({
      params: { number: fixture('notice.draft') },
      body: { ...content, revision: 1 },
    }),
    async handle(request) {
      const { world, actor, params, body } = request;
      const { publishFrom, expiresOn } = body;
      const days = { publishFrom: dayOf(publishFrom), expiresOn: dayOf(expiresOn) };
      await editNotice(world, actor, { ...body, ...days, ...params });
      return readDesk(request, params.number);
    },
  }),
  defineRoute(publishNoticeEndpoint, {
    ...publish,
    sample: (fixture) => ({
      params: { number: fixture('notice.ready') },
      body: { revision: 1 },
    }),
    async handle(request) {
      const { world, actor, params, body } = request;
      await publishNotice(world, actor, { ...body, ...params });
      return readDesk(request, params.number);
    },
  }),
  defineRoute(correctNoticeEndpoint, {
    ...publish,
    sample: (fixture) => ({
      params: { number: fixture('notice.wrong') },
      body: { ...content, revision: 2, correction: '原写周三，应为周四。' },
    }),
    async handle(request) {
      const { world, actor, params, body } = request;
      const expiresOn = dayOf(body.expiresOn);
      await correctNotice(world, actor, { ...body, expiresOn, ...params });
      return readDesk(request, params.number);
    },
  }),
  defineRoute(withdrawNoticeEndpoint, {
    ...write,
    sample: (fixture) => ({
      params: { number: fixture('notice.old') },
      body: { reason: '已改期，另行通知。' },
    }),
    async handle(request) {
      const { world, actor, params, body } = request;
      await withdrawNotice(world, actor, { ...body, ...params });
      return readDesk(request, params.number);
    },
  }),
];
