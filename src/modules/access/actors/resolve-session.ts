import { systemScope } from '#kernel/db/scope.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { findAccount } from '../accounts/account.queries.ts';
import type { AccountLink, Need } from '../accounts/account.types.ts';
import type { Auth } from '../accounts/auth.ts';
import { isIdle, isTouchDue } from '../accounts/session.rules.ts';
import { actorOfPost, actorOfResident, choosePost } from './actor-of-post.rules.ts';
import type { PostsOf } from './post.types.ts';
import type { SignedIn } from './session.types.ts';

type Found = NonNullable<Awaited<ReturnType<Auth['api']['getSession']>>>;

/** Session → account → person → appointments in force today → actor. Null where nobody is signed in, or no longer. */
export async function resolveSession(
  world: World,
  auth: Auth,
  postsOf: PostsOf,
  headers: Headers,
): Promise<SignedIn | null> {
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  const isStaff = Boolean(found.user.username);
  if (!(await stillInUse(world, auth, found, isStaff))) return null;
  const link = await world.database.withReadScope(systemScope, (db) =>
    findAccount(db, found.user.id),
  );
  if (link?.lockedAt) {
    await dropSession(auth, found.session.token);
    return null;
  }
  const account = { id: found.user.id, name: found.user.name, link, needs: needsOf(found, link) };
  const base = { token: found.session.token, isStaff, needs: isStaff ? account.needs : [] };
  if (!isStaff) return { ...base, actor: actorOfResident(account), posts: [] };
  const posts = link?.person ? await postsOf(world, link.person, dateOf(world.clock.now())) : [];
  const post = choosePost(posts, found.session.post ?? null);
  return { ...base, actor: actorOfPost(account, post), posts };
}

function needsOf(found: Found, link: AccountLink | undefined): Need[] {
  const needs: Need[] = [];
  if (link?.oneTimePassword) needs.push('password');
  if (!found.user.twoFactorEnabled) needs.push('second_factor');
  return needs;
}

async function stillInUse(
  world: World,
  auth: Auth,
  { session }: Found,
  isStaff: boolean,
): Promise<boolean> {
  const now = world.clock.now();
  const seenAt = new Date(session.seenAt ?? session.createdAt);
  if (isIdle(seenAt, now, isStaff)) {
    await dropSession(auth, session.token);
    return false;
  }
  if (isTouchDue(seenAt, now)) {
    const { internalAdapter } = await auth.$context;
    await internalAdapter.updateSession(session.token, { seenAt: now });
  }
  return true;
}

async function dropSession(auth: Auth, token: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteSession(token);
}
