import { z } from 'zod';
import type { Db } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { definePage, defineRoute, type Route } from '#kernel/http/route.ts';
import { localMinute } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { parsePhone } from '#kernel/pure/identifiers.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { findByTelephone, maskName } from '#modules/people/index.ts';
import { findLineById, findLineByNumber } from '../matters/list.queries.ts';
import { fileMatterEndpoint } from '../matters/matters.contract.ts';
import { readNames } from '../matters/names.ts';
import { lineView } from '../matters/show-matter.ts';
import { findReporter } from '../matters/view.queries.ts';
import { trackingOf } from '../messages/tracking.ts';
import { CATEGORIES } from '../reference/categories.ts';
import { fileForSomebody } from './file-for-somebody.ts';
import { findSimilar } from './find-similar.ts';
import {
  callerEndpoint,
  categoriesEndpoint,
  receiversEndpoint,
  similarEndpoint,
} from './intake.contract.ts';
import { listIdsOfTelephone, wasTakenBy } from './intake.queries.ts';
import { listReceivers } from './list-receivers.ts';
import { receiptMessages } from './receipt.messages.ts';
import { ReceiptPage } from './receipt.portal.tsx';

const LAST_MATTERS = 5;

const file = defineRoute(fileMatterEndpoint, {
  face: 'staff',
  capability: 'matter.file',
  sample: (fixture) => ({
    body: {
      source: 'counter',
      category: 'street_light',
      words: '三号楼门口路灯不亮。',
      area: fixture('area.community'),
    },
  }),
  async handle({ world, actor, body, lang, idempotencyKey }) {
    const { line, tracking } = await fileForSomebody(world, actor, body, {
      idempotencyKey,
      lang,
    });
    return {
      number: line.number,
      queryCode: tracking.code,
      trackingUrl: tracking.url,
      matter: line,
    } as never;
  },
});

const caller = defineRoute(callerEndpoint, {
  face: 'staff',
  capability: 'person.find',
  perMinute: 60,
  sample: () => ({ query: { telephone: '10000000001' } }),
  async handle({ world, actor, lang, query }) {
    const phone = parsePhone(query.telephone, { testNumbers: world.settings.demo });
    if (isRefusal(phone)) return { persons: [], matters: [] };
    return world.database.withScope(scopeOf(actor), async (tx) => {
      const persons = await findByTelephone(tx, world, actor, phone.number, 'intake');
      const ids = await listIdsOfTelephone(tx, phone.number, LAST_MATTERS);
      const lines = await linesOf(tx, ids);
      const names = await readNames(
        world,
        tx,
        lang,
        lines.map((line) => line.ownerOrganisation),
      );
      return {
        persons: persons.map(({ id, name, area }) => ({
          id,
          surname: maskName(name),
          area,
          areaName: names.area(area),
        })),
        matters: lines.map((line) => lineView(line, names)),
      } as never;
    });
  },
});

async function linesOf(db: Db, ids: readonly string[]) {
  const lines = await Promise.all(ids.map((id) => findLineById(db, id)));
  return lines.filter((line) => line !== undefined);
}

const similar = defineRoute(similarEndpoint, {
  face: 'staff',
  capability: 'matter.read',
  sample: (fixture) => ({ params: { number: fixture('matter.open') } }),
  async handle({ world, actor, lang, params }) {
    return world.database.withReadScope(scopeOf(actor), async (db) => {
      const { rule, found } = await findSimilar(world, db, params.number);
      const lines = await linesOf(
        db,
        found.map((one) => one.placed.id),
      );
      const names = await readNames(
        world,
        db,
        lang,
        lines.map((line) => line.ownerOrganisation),
      );
      const items = found.flatMap(({ placed, metres }) => {
        const line = lines.find((one) => one.id === placed.id);
        return line ? [{ matter: lineView(line, names), place: placed.place, metres }] : [];
      });
      return { ...rule, items } as never;
    });
  },
});

const receivers = defineRoute(receiversEndpoint, {
  face: 'staff',
  capability: 'matter.read',
  sample: (fixture) => ({ query: { for: 'offer', area: fixture('area.community') } }),
  handle: ({ world, actor, query }) =>
    world.database.withReadScope(scopeOf(actor), (db) => listReceivers(world, db, query)),
});

const categories = defineRoute(categoriesEndpoint, {
  face: 'public',
  capability: null,
  sample: () => ({}),
  handle: async () => ({ items: [...CATEGORIES] }),
});

const RECEIPT_MS = 3_600_000;

const receipt = definePage({
  face: 'staff',
  capability: 'matter.file',
  path: '/receipts/{number}',
  params: z.object({ number: z.string().regex(/^\d{11}$/) }),
  sample: (fixture) => ({ params: { number: fixture('matter.open') } }),
  async handle({ world, actor, params, lang }) {
    return world.database.withReadScope(scopeOf(actor), async (db) => {
      const line = await findLineByNumber(db, params.number);
      // The link on it speaks for the reporter: only who took his words hands it over, and only then.
      const since = new Date(world.clock.now().getTime() - RECEIPT_MS);
      if (!line || !(await wasTakenBy(db, line.id, actor.account, since))) throw notFound('matter');
      const reads = ((await findReporter(db, line.id))?.language ?? lang) as Language;
      const names = await readNames(world, db, reads, [line.ownerOrganisation]);
      const tracking = trackingOf(world, line);
      const shown = {
        number: line.number,
        code: tracking.code,
        url: tracking.url,
        title: line.title,
        body: names.body(line.ownerOrganisation).name,
        received: localMinute(line.receivedAt),
        due: localMinute(line.dueAt),
      };
      return {
        title: receiptMessages[lang].title,
        body: ReceiptPage({ receipt: shown, lang: reads }),
        options: { unlisted: true },
      };
    });
  },
});

export const intakeRoutes: readonly Route[] = [
  file,
  caller,
  similar,
  receivers,
  categories,
  receipt,
];
