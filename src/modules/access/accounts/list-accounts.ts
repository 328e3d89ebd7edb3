import type { z } from 'zod';
import { publicScope, scopeOf } from '#kernel/db/scope.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { textOf } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { postMessages } from '../actors/post.messages.ts';
import { countAccounts, listAccounts, usernamesOf } from './account.queries.ts';
import type { AccountLink } from './account.types.ts';
import type { AccountCandidate, listStaffAccounts, StaffAccountView } from './accounts.contract.ts';
import { type Holding, listHoldings } from './holders.report.queries.ts';

type Query = z.output<typeof listStaffAccounts.query>;
type Post = StaffAccountView['posts'][number];

const postOf = ({ postCode, organisation }: Holding): Post => ({
  post: postCode,
  title: { zh: textOf(postMessages.zh, postCode), en: textOf(postMessages.en, postCode) },
  organisation,
});

/** One page of the staff accounts, each with the posts its person holds today: who holds a post is public knowledge. */
export async function pageOfAccounts(world: World, actor: Actor, query: Query) {
  const { after, limit, state } = query;
  const filter = { state, name: query.name.toLowerCase() };
  return world.database.withReadScope(scopeOf(actor), async (db) => {
    const found = await listAccounts(db, filter, after, limit + 1);
    const shown = found.slice(0, limit);
    const persons = shown.flatMap((link) => link.person ?? []);
    const holdings =
      persons.length === 0 ? [] : await listHoldings(db, dateOf(world.clock.now()), { persons });
    return {
      items: shown.map((link) =>
        viewOf(
          link,
          holdings.filter((held) => held.personId === link.person),
        ),
      ),
      next: found.length > limit ? (shown.at(-1)?.username ?? null) : null,
      total: await countAccounts(db, filter),
    };
  });
}

function viewOf(
  { account: _, username, ...link }: AccountLink,
  holdings: readonly Holding[],
): StaffAccountView {
  return {
    ...link,
    username: username ?? '',
    name: holdings[0]?.holderName ?? '',
    posts: holdings.map(postOf),
    lockedAt: link.lockedAt?.toISOString() ?? null,
    createdAt: link.createdAt.toISOString(),
  };
}

/** Who may be given an account: everybody in office today in the bodies of an area, with the accounts they have. */
export async function listCandidates(
  world: World,
  actor: Actor,
  area: string,
): Promise<AccountCandidate[]> {
  const today = dateOf(world.clock.now());
  const holdings = await world.database.withReadScope(publicScope, (db) =>
    listHoldings(db, today, { area }),
  );
  const persons = [...new Set(holdings.map((held) => held.personId))];
  const usernames = await world.database.withReadScope(scopeOf(actor), (db) =>
    usernamesOf(db, persons),
  );
  return persons.map((person) => {
    const held = holdings.filter((one) => one.personId === person);
    return {
      person,
      name: held[0]?.holderName ?? '',
      posts: held.map(postOf),
      accounts: usernames.get(person) ?? [],
    };
  });
}
