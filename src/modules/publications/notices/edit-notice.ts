import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { changeNotice, tell } from './change-notice.ts';
import { updateNotice } from './notice.queries.ts';
import type { Notice, NoticeContent } from './notice.types.ts';
import { checkedContent } from './write-notice.ts';

export type EditNotice = NoticeContent & { readonly number: string; readonly revision: number };

/** Changes a draft. Throws not_found, refused (it hangs already), forbidden, conflict, invalid. */
export async function editNotice(world: World, actor: Actor, command: EditNotice): Promise<Notice> {
  const now = world.clock.now();
  const { number, revision } = command;
  return changeNotice(
    world,
    actor,
    { number, verb: 'edit', seen: revision },
    async (tx, notice) => {
      const content = checkedContent(command, dateOf(now));
      const edited = await updateNotice(tx, notice, { ...content, changedAt: now });
      await tell(tx, world, actor, edited, 'edit');
      return edited;
    },
  );
}
