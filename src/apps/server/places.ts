import { publicScope } from '#kernel/db/scope.ts';
import type { Page } from '#kernel/http/route.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { Place } from '#kernel/views/index.ts';
import type { World } from '#kernel/world.ts';
import { englishAreaName, listAreas } from '#modules/territory/index.ts';
import { serverMessages } from './server.messages.ts';

type Names = Readonly<Record<Language, string>>;
type Known = { readonly names: Names; readonly until: number };

const KEPT_MS = 60_000;
const PRODUCT: Names = { zh: serverMessages.zh.product, en: serverMessages.en.product };
const known = new WeakMap<object, Known>();

/** The district's name in both languages; the product's while no territory is loaded. Never fails: error pages need it. */
export async function districtNames(world: World): Promise<Names> {
  const now = world.clock.now();
  const kept = known.get(world.database);
  if (kept && kept.until > now.getTime()) return kept.names;
  const areas = await world.database
    .withReadScope(publicScope, (db) => listAreas(db, dateOf(now)))
    .catch(() => []);
  const district = areas.find(({ kind }) => kind === 'district');
  if (!district) return kept?.names ?? PRODUCT;
  const names = { zh: district.name, en: englishAreaName(district) };
  known.set(world.database, { names, until: now.getTime() + KEPT_MS });
  return names;
}

/** The place in a page's header: the one it speaks of, else the district. */
export async function placeOf(world: World, lang: Language, page?: Page['place']): Promise<Place> {
  if (!page) return { name: (await districtNames(world))[lang], parent: '', href: '/' };
  const { code, name, parent, office } = page;
  return { code, name, parent: parent ?? '', href: `/c/${code}`, ...(office ? { office } : {}) };
}
