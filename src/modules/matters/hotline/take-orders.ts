import type { z } from 'zod';
import { scopeOf } from '#kernel/db/scope.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { AppError } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import type { Filing } from '../filing/filing.types.ts';
import { CATEGORIES, findCategory } from '../reference/categories.ts';
import type { hotlineOrder } from './hotline.contract.ts';
import { findByHotlineNumber } from './hotline.queries.ts';

export type Order = z.output<typeof hotlineOrder>;
export type OrderOutcome = {
  number: string;
  matter: string | null;
  result: 'taken' | 'known' | 'refused';
  code: string | null;
};

/** Takes each order in a transaction of its own: one bad order loses no other, a repeated one is known. */
export async function takeOrders(
  world: World,
  actor: Actor,
  orders: readonly Order[],
): Promise<OrderOutcome[]> {
  const outcomes: OrderOutcome[] = [];
  for (const order of orders) outcomes.push(await takeOrder(world, actor, order));
  return outcomes;
}

async function takeOrder(world: World, actor: Actor, order: Order): Promise<OrderOutcome> {
  const { number } = order;
  if (!isWithin(actor.area, order.area))
    return { number, matter: null, result: 'refused', code: 'unknown_area' };
  const known = await findKnown(world, actor, number);
  if (known) return { number, matter: known.number, result: 'known', code: null };
  try {
    const filed = await fileMatter(world, actor, filingOf(order));
    return { number, matter: filed.number, result: 'taken', code: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Two imports at once: the other was first.
    const other =
      error.reason === 'matter_hotline_uq' ? await findKnown(world, actor, number) : undefined;
    if (other) return { number, matter: other.number, result: 'known', code: null };
    return { number, matter: null, result: 'refused', code: error.fields[0]?.code ?? error.reason };
  }
}

function findKnown(world: World, actor: Actor, number: string) {
  return world.database.withReadScope(scopeOf(actor), (db) => findByHotlineNumber(db, number));
}

function filingOf(order: Order): Filing {
  const category =
    findCategory(order.category) ??
    CATEGORIES.find((one) => one.zh === order.category) ??
    findCategory('other');
  return {
    kind: order.kind,
    source: 'hotline',
    category: category?.key ?? 'other',
    words: order.words,
    area: order.area,
    place: { text: order.place, building: null, stairwell: null, point: null },
    contact: {
      name: order.callerName,
      telephone: order.callerTelephone,
      account: null,
      person: null,
    },
    language: 'zh',
    onBehalf: null,
    // The hotline asked nobody whether it may be shown.
    isPublic: false,
    files: [],
    hotline: { number: order.number, dueAt: order.dueAt === null ? null : new Date(order.dueAt) },
    receivedAt: new Date(order.receivedAt),
    requestKey: null,
  };
}
