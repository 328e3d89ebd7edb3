import type { Db } from '#kernel/db/client.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { buildingsOf } from '#modules/territory/index.ts';
import { placeName, type Stairwell } from '#modules/territory/pure.ts';
import { CATEGORIES, type Category } from '../../reference/categories.ts';
import { type AreaShown, areaShown, getStairwell } from '../at-place.ts';
import { communityMap } from '../place-pages/community-map.ts';
import { UNSORTED } from './guess-category.rules.ts';
import { sayMessages } from './say.messages.ts';
import type { SayContent } from './say.types.ts';
import type { ChoiceGroup, WhatProps, WhatValues } from './what.portal.tsx';

/** Where somebody begins to speak: a community's page, or a stairwell whose code was scanned. */
export type Origin = {
  readonly base: string;
  readonly area: AreaShown;
  readonly stairwell: Stairwell | null;
};

export async function communityOrigin(
  world: World,
  db: Db,
  code: string,
  lang: Language,
): Promise<Origin> {
  return { base: `/c/${code}`, area: await areaShown(world, db, code, lang), stairwell: null };
}

export async function stairwellOrigin(
  world: World,
  db: Db,
  typed: string,
  lang: Language,
): Promise<Origin> {
  const stairwell = await getStairwell(db, typed);
  const area = await areaShown(world, db, stairwell.building.area, lang);
  return { base: `/b/${stairwell.code}`, area, stairwell };
}

/** An empty form of this origin; the place is filled in where a code says it. */
export function emptyContent({ base, area, stairwell }: Origin): SayContent {
  return {
    base,
    area: area.code,
    kind: 'problem',
    category: UNSORTED,
    words: '',
    building: stairwell?.building.id ?? '',
    stairwell: stairwell?.code ?? null,
    place: '',
    pin: null,
    files: [],
    isReady: false,
    contact: null,
  };
}

export const valuesOf = (content: SayContent): WhatValues => ({
  ...content,
  files: content.files.length,
});

const GROUPS: readonly Category['group'][] = ['works', 'order', 'living', 'people', 'voice'];

export function categoryGroups(lang: Language): ChoiceGroup[] {
  return GROUPS.map((group) => ({
    label: sayMessages[lang].groups[group],
    choices: CATEGORIES.filter((one) => one.group === group).map((one) => ({
      value: one.key,
      text: one[lang],
    })),
  }));
}

/** Everything the form of step 1 chooses from. */
export async function whatChoices(
  db: Db,
  origin: Origin,
  lang: Language,
  pin: SayContent['pin'],
): Promise<Pick<WhatProps, 'action' | 'known' | 'buildings' | 'categories' | 'map'>> {
  const { area, stairwell, base } = origin;
  const [buildings, map] = await Promise.all([
    buildingsOf(db, area.code, area.today),
    communityMap(db, area.code, area.today),
  ]);
  const estates = new Map<string, { value: string; text: string }[]>();
  for (const building of buildings) {
    const label = building.estate?.name ?? area.name;
    const choice = { value: building.id, text: placeName(building) };
    estates.set(label, [...(estates.get(label) ?? []), choice]);
  }
  const at = pin ? `?at=${pin.join(',')}` : '';
  return {
    action: `${base}/say`,
    known: stairwell ? placeName(stairwell.building, stairwell) : null,
    buildings: [...estates].map(([label, choices]) => ({ label, choices })),
    categories: categoryGroups(lang),
    map: map && { source: `/c/${area.code}/map/{size}.svg${at}`, system: map.view.system },
  };
}
