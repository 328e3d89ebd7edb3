import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { refusedBy } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { changeNotice, keepVersion, tell } from './change-notice.ts';
import { updateNotice } from './notice.queries.ts';
import type { Notice } from './notice.types.ts';
import { hangsFrom, refusalToLastDay } from './notice-days.rules.ts';

export type PublishNotice = { readonly number: string; readonly revision: number };

/** Hangs a draft up: now, or from its first day on. Throws not_found, refused, forbidden, conflict. */
export async function publishNotice(
  world: World,
  actor: Actor,
  { number, revision }: PublishNotice,
): Promise<Notice> {
  const now = world.clock.now();
  const today = dateOf(now);
  const wanted = { number, verb: 'publish', seen: revision } as const;
  return changeNotice(world, actor, wanted, async (tx, notice) => {
    const refusal = refusalToLastDay(notice, today);
    if (refusal) throw refusedBy(refusal);
    const published = await updateNotice(tx, notice, {
      ...hangsFrom(notice, today, now),
      state: 'PUBLISHED',
      version: 1,
      changedAt: now,
    });
    await keepVersion(tx, world, actor, published);
    await tell(tx, world, actor, published, 'publish');
    return published;
  });
}
