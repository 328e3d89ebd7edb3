import { z } from 'zod';
import type { Db } from '#kernel/db/client.ts';
import { publicScope } from '#kernel/db/scope.ts';
import type { Page, Redirect, Request } from '#kernel/http/route.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { areaName, areaTree, englishAreaName } from '#modules/territory/index.ts';
import type { AreaNode } from '#modules/territory/pure.ts';
import { FinderPage, type FinderProps } from './finder.portal.tsx';

export const finderQuery = z.object({
  q: z.string().trim().max(40).optional(),
  community: z
    .union([z.string().regex(/^\d{12}$/), z.literal('')])
    .optional()
    .catch(undefined),
});
export type FinderQuery = z.output<typeof finderQuery>;

/** What the finder lists and finds; each subdistrict with its communities and villages. */
export async function readFinder(
  world: World,
  db: Db,
  lang: Language,
  q: string | undefined,
): Promise<Pick<FinderProps, 'groups' | 'query' | 'found'>> {
  const tree = await areaTree(db, dateOf(world.clock.now()));
  const subdistricts = tree.flatMap((top) => (top.kind === 'district' ? top.children : [top]));
  const groups = subdistricts.map((one) => ({
    label: areaName(lang, one),
    choices: one.children.map((child) => ({ value: child.code, text: areaName(lang, child) })),
  }));
  return { groups, query: q ?? '', found: q ? search(subdistricts, lang, q) : null };
}

function search(subdistricts: readonly AreaNode[], lang: Language, q: string) {
  const wanted = q.toLowerCase();
  return subdistricts
    .flatMap((one) => one.children)
    .filter((child) => `${child.name} ${englishAreaName(child)}`.toLowerCase().includes(wanted))
    .slice(0, 20)
    .map((child) => ({ code: child.code, name: areaName(lang, child) }));
}

/** Where the list was used, the community's page; undefined where it was not. */
export const chosen = ({ community }: FinderQuery, to: string): Redirect | undefined =>
  community ? { to: `/c/${community}${to}` } : undefined;

type Given = {
  readonly action: string;
  readonly to: string;
  readonly title: string;
  /** Said above the finder. */
  readonly note: string | undefined;
};

export async function finderPage(
  { world, lang, query }: Request<unknown, FinderQuery, FormData>,
  given: Given,
): Promise<Page | Redirect> {
  const redirect = chosen(query, given.to);
  if (redirect) return redirect;
  const finder = await world.database.withReadScope(publicScope, (db) =>
    readFinder(world, db, lang, query.q),
  );
  return {
    title: given.title,
    body: FinderPage({ lang, ...given, ...finder }),
    options: { unlisted: true },
  };
}
