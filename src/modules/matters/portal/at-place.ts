import type { Db } from '#kernel/db/client.ts';
import type { Page } from '#kernel/http/route.ts';
import { dateOf, type PlainDate } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { areaName, findStairwell, knownAreas } from '#modules/territory/index.ts';
import { type Area, parseStairwellCode, type Stairwell } from '#modules/territory/pure.ts';

/** A community or village as a page shows it: in its header, and by name. */
export type AreaShown = {
  readonly code: string;
  readonly kind: Area['kind'];
  readonly name: string;
  readonly today: PlainDate;
  readonly place: NonNullable<Page['place']>;
};

/** The community or village of a code. @throws not found for anything else */
export async function areaShown(
  world: World,
  db: Db,
  code: string,
  lang: Language,
): Promise<AreaShown> {
  const today = dateOf(world.clock.now());
  const areas = await knownAreas(world, db, (known) => known.has(code));
  const area = areas.get(code);
  if (!area || area.kind === 'district' || area.kind === 'subdistrict') throw notFound('area');
  const parent = areas.get(area.parent ?? '');
  const name = areaName(lang, area);
  return {
    code,
    kind: area.kind,
    name,
    today,
    place: { code, name, parent: parent ? areaName(lang, parent) : null },
  };
}

/** The stairwell whose code was scanned or typed. @throws not found */
export async function getStairwell(db: Db, typed: string): Promise<Stairwell> {
  const code = parseStairwellCode(typed);
  const found = isRefusal(code) ? undefined : await findStairwell(db, code);
  if (!found) throw notFound('stairwell');
  return found;
}
