import { scopeOf, systemScope } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { SYSTEM } from '#kernel/pure/actor.ts';
import { notFound } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';
import { NO_PLACE } from '../accounts/record-sign-in.ts';
import type { SignedIn } from './session.types.ts';

/** Acts in another of one's posts from now on, in this session only. */
export async function switchPost(
  world: World,
  { actor, token, posts }: SignedIn,
  appointment: string,
): Promise<void> {
  if (!posts.some((post) => post.appointment === appointment)) throw notFound('post');
  const { auth, forget } = accessOf(world);
  const { account } = actor;
  if (account === null) throw notFound('post');
  await world.database.withScope(scopeOf(actor), (tx) =>
    writeJournal(tx, world, actor, {
      subject: { kind: 'account', id: account },
      verb: 'account.switch_post',
      area: NO_PLACE,
      codes: { to: appointment },
    }),
  );
  const { internalAdapter } = await auth.$context;
  await internalAdapter.updateSession(token, { post: appointment });
  forget(account);
}

/** Ends every session of the account, this one too. */
export async function signOutEverywhere(world: World, { actor }: SignedIn): Promise<void> {
  const { auth, forget } = accessOf(world);
  const { account } = actor;
  if (account === null) return;
  await world.database.withScope(systemScope, (tx) =>
    writeJournal(
      tx,
      world,
      { ...SYSTEM, account },
      {
        subject: { kind: 'account', id: account },
        verb: 'account.sign_out_everywhere',
        area: NO_PLACE,
      },
    ),
  );
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUserSessions(account);
  forget(account);
}
