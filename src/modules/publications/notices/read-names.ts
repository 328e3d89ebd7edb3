import type { Db } from '#kernel/db/client.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { areaName, findArea, listAreas } from '#modules/territory/index.ts';
import type { Names } from './present-notice.rules.ts';

/** Every area's name today: some sixty rows. */
export async function readNames(db: Db, today: PlainDate, lang: Language): Promise<Names> {
  const areas = await listAreas(db, today);
  return new Map(areas.map((area) => [area.code, areaName(lang, area)]));
}

export type PlaceShown = {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
};

/** The place a board belongs to; undefined where there is no such area today. */
export async function readPlace(
  db: Db,
  code: string,
  today: PlainDate,
  lang: Language,
): Promise<PlaceShown | undefined> {
  const area = await findArea(db, code, today);
  if (!area) return undefined;
  const above = area.parent === null ? undefined : await findArea(db, area.parent, today);
  return { code, name: areaName(lang, area), parent: above ? areaName(lang, above) : null };
}
