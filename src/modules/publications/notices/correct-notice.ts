import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { invalid, refusedBy } from '#kernel/pure/errors.ts';
import { refuse } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { changeNotice, keepVersion, tell } from './change-notice.ts';
import { updateNotice } from './notice.queries.ts';
import type { Notice, NoticeContent } from './notice.types.ts';
import { refusalToLastDay } from './notice-days.rules.ts';
import { tidy } from './notice-text.rules.ts';

export type CorrectNotice = Omit<NoticeContent, 'publishFrom'> & {
  readonly number: string;
  readonly revision: number;
  /** What was wrong and is right now; everybody reads it. */
  readonly correction: string;
};

const CORRECTED = ['title', 'body', 'isPinned', 'expiresOn'] as const;

/**
 * Puts right what hangs, as a new version; the earlier text is kept for staff and auditors, the public reads that and
 * what was corrected. Throws not_found, refused, forbidden, conflict, invalid.
 */
export async function correctNotice(
  world: World,
  actor: Actor,
  { number, revision, ...command }: CorrectNotice,
): Promise<Notice> {
  const now = world.clock.now();
  const wanted = { number, verb: 'correct', seen: revision } as const;
  return changeNotice(world, actor, wanted, async (tx, notice) => {
    const { isPinned, expiresOn } = command;
    const content = { title: tidy(command.title), body: tidy(command.body), isPinned, expiresOn };
    if (CORRECTED.every((field) => content[field] === notice[field]))
      throw refusedBy(refuse('nothing_corrected'));
    const refusal = refusalToLastDay({ publishFrom: notice.publishFrom, expiresOn }, dateOf(now));
    if (refusal) throw invalid([{ field: 'expiresOn', code: refusal.refused }]);
    const corrected = await updateNotice(tx, notice, {
      ...content,
      version: notice.version + 1,
      correction: tidy(command.correction),
      correctedAt: now,
      changedAt: now,
    });
    await keepVersion(tx, world, actor, corrected);
    await tell(tx, world, actor, corrected, 'correct', { correction: corrected.correction });
    return corrected;
  });
}
