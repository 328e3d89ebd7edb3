import { scopeOf } from '#kernel/db/scope.ts';
import { defineRoute, type Route } from '#kernel/http/route.ts';
import { AppError, invalid, notFound } from '#kernel/pure/errors.ts';
import { sayWord } from '../checks/say.rules.ts';
import { actOnMatter } from '../matters/act.ts';
import { stateOf } from '../matters/fold.rules.ts';
import { readNames } from '../matters/names.ts';
import { importOrderFile, importOrders, listAnswers, recordResult } from './hotline.contract.ts';
import { findByHotlineNumber, listFinishedOrders } from './hotline.queries.ts';
import { readOrderFile } from './hotline.tabular.ts';
import { takeOrders } from './take-orders.ts';

const SAMPLE_ORDER = {
  number: '12345-SAMPLE',
  receivedAt: '2026-03-02T09:00:00+08:00',
  area: '320105901001',
  words: '路灯不亮',
};

const orders = defineRoute(importOrders, {
  face: 'staff',
  capability: 'hotline.import',
  sample: () => ({ body: { orders: [SAMPLE_ORDER] } }),
  handle: async ({ world, actor, body }) => ({
    orders: await takeOrders(world, actor, body.orders),
  }),
});

const orderFile = defineRoute(importOrderFile, {
  face: 'staff',
  capability: 'hotline.import',
  sample: () => ({ body: {} }),
  async handle({ world, actor, uploads }) {
    const file = uploads[0];
    if (!file) throw invalid([{ field: 'file', code: 'required' }]);
    const { good, faults } = await readOrderFile(file);
    return { orders: await takeOrders(world, actor, good), faults: [...faults] };
  },
});

const answers = defineRoute(listAnswers, {
  face: 'staff',
  capability: 'hotline.import',
  sample: () => ({}),
  async handle({ world, actor, query }) {
    const [at = '', id = ''] = query.after?.split('_') ?? [];
    return world.database.withReadScope(scopeOf(actor), async (db) => {
      const rows = await listFinishedOrders(db, {
        since: query.since ? new Date(query.since) : null,
        after: query.after ? { at: new Date(Number(at)), id } : null,
        limit: query.limit,
      });
      const names = await readNames(
        world,
        db,
        'zh',
        rows.map((row) => row.organisation),
      );
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      return {
        items: rows.map((row) => ({
          number: row.hotlineNumber ?? '',
          matter: row.number,
          closure: row.closure ?? 'finished',
          answer: row.answerPublic,
          by: names.body(row.organisation).name,
          finishedAt: row.answeredAt.toISOString(),
        })),
        next: last ? `${last.answeredAt.getTime()}_${last.id}` : null,
      };
    });
  },
});

/** The caller's word through the hotline: taken exactly as if he had answered our question himself. */
const result = defineRoute(recordResult, {
  face: 'staff',
  capability: 'hotline.result',
  sample: (fixture) => ({ body: { number: fixture('hotline.finished'), solved: true } }),
  async handle({ world, actor, body }) {
    const matter = await world.database.withReadScope(scopeOf(actor), (db) =>
      findByHotlineNumber(db, body.number),
    );
    if (!matter) throw notFound('matter');
    const after = await actOnMatter(world, actor, matter.number, (stored, facts) => {
      if (stored.case.matter.source !== 'hotline') throw new AppError('not_found', 'matter');
      return sayWord(stored.case, facts, { solved: body.solved, rating: body.rating });
    });
    return { matter: matter.number, state: stateOf(after), closure: after.matter.closure };
  },
});

export const hotlineRoutes: readonly Route[] = [orders, orderFile, answers, result];
