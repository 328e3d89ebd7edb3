import type { Tx } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { Cookies } from '#kernel/http/route.ts';
import { AppError } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';

/** A form of several steps, kept on the server. Its id is the idempotency key of what it becomes. */
export type Draft<T> = {
  readonly id: string;
  readonly content: T;
  /** What it became, once it was sent: a second sending answers with this. */
  readonly usedFor: string | null;
};

const KEPT_SECONDS = 24 * 60 * 60;

/** One draft of a kind per browser: the cookie's name. */
function cookieOf(kind: string): string {
  return `draft-${kind}`;
}

/**
 * Begins a draft and names it in a signed cookie of 24 hours. The cookie is the browser's own and knows no account,
 * so that a sign-in that ends meanwhile loses nothing.
 */
export async function newDraft<T extends object>(
  world: World,
  cookies: Cookies,
  kind: string,
  content: T,
): Promise<Draft<T>> {
  const id = world.newId();
  await world.database.withScope(systemScope, async (tx) => {
    await tx
      .insertInto('draft')
      .values({ id, kind, content: JSON.stringify(content), expiresAt: expiry(world) })
      .execute();
  });
  cookies.set(cookieOf(kind), id, KEPT_SECONDS);
  return { id, content, usedFor: null };
}

/** The browser's draft of this kind, or null: none, another browser's, or older than 24 hours. */
export async function readDraft<T extends object>(
  world: World,
  cookies: Cookies,
  kind: string,
): Promise<Draft<T> | null> {
  const id = cookies.get(cookieOf(kind));
  if (id === undefined) return null;
  const found = await world.database.withReadScope(systemScope, (db) =>
    db
      .selectFrom('draft')
      .select(['id', 'content', 'usedFor'])
      .where('id', '=', id)
      .where('kind', '=', kind)
      .where('expiresAt', '>', world.clock.now())
      .executeTakeFirst(),
  );
  return found ? { ...found, content: found.content as T } : null;
}

/** Keeps a step's answers for 24 more hours. Throws `gone` where the draft is no more, or was already sent. */
export async function saveDraft<T extends object>(
  world: World,
  cookies: Cookies,
  kind: string,
  draft: Pick<Draft<T>, 'id'>,
  content: T,
): Promise<void> {
  const saved = await world.database.withScope(systemScope, (tx) =>
    tx
      .updateTable('draft')
      .set({ content: JSON.stringify(content), expiresAt: expiry(world) })
      .where('id', '=', draft.id)
      .where('kind', '=', kind)
      .where('usedFor', 'is', null)
      .where('expiresAt', '>', world.clock.now())
      .executeTakeFirst(),
  );
  if (saved.numUpdatedRows === 0n) throw new AppError('gone', 'draft_gone');
  cookies.set(cookieOf(kind), draft.id, KEPT_SECONDS);
}

/**
 * Says in the creation's own transaction what the draft becomes. Returns null when this call is first, or the id made
 * earlier. Two at once: the second waits for the first. What was typed is emptied: the thing itself now holds it.
 */
export async function useDraft(
  tx: Tx,
  world: World,
  draft: Pick<Draft<object>, 'id'>,
  usedFor: string,
): Promise<string | null> {
  const used = await tx
    .updateTable('draft')
    .set({ usedFor, content: '{}' })
    .where('id', '=', draft.id)
    .where('usedFor', 'is', null)
    .where('expiresAt', '>', world.clock.now())
    .executeTakeFirst();
  if (used.numUpdatedRows === 1n) return null;
  const earlier = await tx
    .selectFrom('draft')
    .select('usedFor')
    .where('id', '=', draft.id)
    .executeTakeFirst();
  if (!earlier?.usedFor) throw new AppError('gone', 'draft_gone');
  return earlier.usedFor;
}

/** Removes what is past its 24 hours; returns how many. */
export async function deleteExpiredDrafts(world: World): Promise<number> {
  const deleted = await world.database.withScope(systemScope, (tx) =>
    tx.deleteFrom('draft').where('expiresAt', '<=', world.clock.now()).executeTakeFirst(),
  );
  return Number(deleted.numDeletedRows);
}

function expiry(world: World): Date {
  return new Date(world.clock.now().getTime() + KEPT_SECONDS * 1000);
}
