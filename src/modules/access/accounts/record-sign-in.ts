import { findAttempts } from '#kernel/attempts/attempts.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { type Actor, SYSTEM } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { findAccountByUsername, updateAccount } from './account.queries.ts';
import { passwordKey } from './guesses.ts';

/** Journal rows about accounts belong to no place: only the audit administrator's range covers it. */
export const NO_PLACE = '0';

const asAccount = (account: string): Actor => ({ ...SYSTEM, account });

/** Journals a completed sign-in, or the enrolment of a second factor, by what completed it. */
export async function recordSignIn(
  world: World,
  account: string,
  by: 'password' | 'second_factor' | 'code' | 'demo' | 'enrolment',
): Promise<void> {
  await world.database.withScope(systemScope, (tx) =>
    writeJournal(tx, world, asAccount(account), {
      subject: { kind: 'account', id: account },
      verb: by === 'enrolment' ? 'account.enrol' : 'account.sign_in',
      area: NO_PLACE,
      codes: { by },
    }),
  );
}

/** Journals that repeated failures locked a username that exists; called after each failure. */
export async function recordLockOut(world: World, username: string): Promise<void> {
  const now = world.clock.now();
  await world.database.withScope(systemScope, async (tx) => {
    const attempts = await findAttempts(tx, passwordKey(world, username));
    if (!attempts?.lockedUntil || attempts.lockedUntil <= now) return;
    const link = await findAccountByUsername(tx, username);
    if (!link) return;
    await writeJournal(tx, world, asAccount(link.account), {
      subject: { kind: 'account', id: link.account },
      verb: 'account.lock_out',
      area: NO_PLACE,
      codes: { attempts: attempts.attempts },
    });
  });
}

/** The account chose its own password: what somebody else gave it no longer binds it. */
export async function recordPasswordChange(world: World, account: string): Promise<void> {
  await world.database.withScope(systemScope, async (tx) => {
    await updateAccount(tx, account, { oneTimePassword: false });
    await writeJournal(tx, world, asAccount(account), {
      subject: { kind: 'account', id: account },
      verb: 'account.change_password',
      area: NO_PLACE,
    });
  });
}
