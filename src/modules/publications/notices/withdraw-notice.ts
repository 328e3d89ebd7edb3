import type { Actor } from '#kernel/pure/actor.ts';
import { invalid } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { changeNotice, tell } from './change-notice.ts';
import { updateNotice } from './notice.queries.ts';
import type { Notice } from './notice.types.ts';
import { tidy } from './notice-text.rules.ts';

export type WithdrawNotice = { readonly number: string; readonly reason: string | null };

/** Takes a notice down, or a draft off the desk; what hung needs a reason. Throws not_found, refused, forbidden, invalid. */
export async function withdrawNotice(
  world: World,
  actor: Actor,
  { number, reason }: WithdrawNotice,
): Promise<Notice> {
  const now = world.clock.now();
  const wanted = { number, verb: 'withdraw', seen: null } as const;
  return changeNotice(world, actor, wanted, async (tx, notice) => {
    const withdrawal = reason === null ? null : tidy(reason) || null;
    if (notice.state === 'PUBLISHED' && withdrawal === null)
      throw invalid([{ field: 'reason', code: 'required' }]);
    const withdrawn = await updateNotice(tx, notice, {
      state: 'WITHDRAWN',
      isShown: false,
      withdrawal,
      changedAt: now,
    });
    await tell(tx, world, actor, withdrawn, 'withdraw', { reason: withdrawal });
    return withdrawn;
  });
}
