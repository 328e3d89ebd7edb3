import { applyCounts, changed } from '#kernel/counters/counters.ts';
import type { Tx } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { conflict, forbidden, notFound, refusedBy } from '#kernel/pure/errors.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { replaceItems } from '#modules/worklist/index.ts';
import { type NoticeVerb, noticeLife } from './life-cycle.rules.ts';
import { mayMove } from './notice.policy.ts';
import { insertVersion, lockNotice } from './notice.queries.ts';
import type { Notice } from './notice.types.ts';
import { subjectOf, workItemsOf } from './work-items.rules.ts';

/** The topic that live pages listen to. */
export const NOTICES = 'notices';

type Wanted = {
  readonly number: string;
  readonly verb: NoticeVerb;
  /** The revision that was looked at; null where it doesn't matter which. */
  readonly seen: number | null;
};

/**
 * One move of one notice in one transaction: locked, allowed by the life cycle and by the post, not changed since it
 * was looked at. Throws not_found outside the area, refused, forbidden, conflict.
 */
export async function changeNotice(
  world: World,
  actor: Actor,
  { number, verb, seen }: Wanted,
  change: (tx: Tx, notice: Notice) => Promise<Notice>,
): Promise<Notice> {
  return world.database.withScope(scopeOf(actor), async (tx) => {
    const notice = await lockNotice(tx, number);
    if (!notice) throw notFound('notice_unknown');
    const move = noticeLife.next(notice.state, verb);
    if (isRefusal(move)) throw refusedBy(move);
    if (!mayMove(actor, notice, move)) throw forbidden(move.capability);
    if (seen !== null && seen !== notice.revision) throw conflict();
    return change(tx, notice);
  });
}

/** The last steps of every change: one row of the journal, what waits for whom, and word to the pages that are open. */
export async function tell(
  tx: Tx,
  world: World,
  actor: Actor,
  notice: Notice,
  verb: string,
  detail?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { id, area, line, version, revision } = notice;
  await replaceItems(tx, world, subjectOf(notice), workItemsOf(notice));
  await writeJournal(tx, world, actor, {
    subject: { kind: 'notice', id },
    verb,
    area,
    codes: { line, version, revision },
    // What never hung is nobody's business but the staff's.
    isPublic: version > 0,
    ...(detail ? { detail } : {}),
  });
  await applyCounts(tx, world, [changed(NOTICES, area)]);
}

/** Keeps the text as it hangs from now on. */
export async function keepVersion(
  tx: Tx,
  world: World,
  actor: Actor,
  notice: Notice,
): Promise<void> {
  await insertVersion(tx, {
    id: world.newId(),
    noticeId: notice.id,
    area: notice.area,
    version: notice.version,
    title: notice.title,
    body: notice.body,
    correction: notice.version > 1 ? notice.correction : null,
    account: actor.account ?? actor.face,
    madeAt: world.clock.now(),
  });
}
