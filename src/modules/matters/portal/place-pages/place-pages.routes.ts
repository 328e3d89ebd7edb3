import { z } from 'zod';
import type { Db } from '#kernel/db/client.ts';
import { publicScope, systemScope } from '#kernel/db/scope.ts';
import { definePage, type Page } from '#kernel/http/route.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { findWhoIsWho, type WhoIsWho, workersOfGrid } from '#modules/bodies/index.ts';
import { areaTree, stairwellsOf } from '#modules/territory/index.ts';
import { placeName } from '#modules/territory/pure.ts';
import { areaShown, getStairwell } from '../at-place.ts';
import { similarShown } from '../say/contact-step.ts';
import { stairwellOrigin, valuesOf, whatChoices } from '../say/say-origin.ts';
import { listOpenAt } from '../say/similar.queries.ts';
import { contentFor, ISLANDS } from '../say/what-step.ts';
import { BuildingPage, SheetPage } from './building.portal.tsx';
import { communityMap, districtMap } from './community-map.ts';
import { chosen, finderQuery, readFinder } from './finder-page.ts';
import { CommunityHome, DistrictHome, HomeBand } from './home.portal.tsx';
import { bodyLine, bodyLines, noticeLines, numbersOf } from './home-parts.ts';
import { placeMessages } from './place-pages.messages.ts';

const open = { face: 'public', capability: null } as const;
const FRESH_SECONDS = 60;

const district = definePage({
  ...open,
  path: '/',
  query: finderQuery,
  sample: () => ({}),
  handle: async ({ world, lang, query }) => {
    const redirect = chosen(query, '');
    if (redirect) return redirect;
    return world.database.withReadScope(publicScope, async (db): Promise<Page> => {
      const today = dateOf(world.clock.now());
      const [top] = await areaTree(db, today);
      const finder = await readFinder(world, db, lang, query.q);
      const places = finder.groups.flatMap(({ choices }) => choices);
      const [map, numbers] = await Promise.all([
        districtMap(db, today, new Map(places.map(({ value, text }) => [value, text]))),
        numbersOf(world, db, top?.code ?? '320105000000', lang, '/answered'),
      ]);
      return {
        title: placeMessages[lang].home,
        body: DistrictHome({
          lang,
          finder: { lang, action: '/', to: '', ...finder },
          numbers,
          map,
        }),
        options: { band: HomeBand({ lang, base: '' }) },
        section: 'home',
        ...(query.q ? {} : { cacheSeconds: FRESH_SECONDS }),
      };
    });
  },
});

const code = z.object({ code: z.string().regex(/^\d{12}$/) });

const community = definePage({
  ...open,
  path: '/c/{code}',
  params: code,
  sample: (fixture) => ({ params: { code: fixture('area.community') } }),
  handle: async ({ world, lang, params }) =>
    world.database.withReadScope(publicScope, async (db): Promise<Page> => {
      const area = await areaShown(world, db, params.code, lang);
      const base = `/c/${area.code}`;
      const [who, notices, numbers, map] = await Promise.all([
        findWhoIsWho(world, db, area.code, area.today),
        noticeLines(world, db, area.code, lang),
        numbersOf(world, db, area.code, lang, `${base}/answered`),
        communityMap(db, area.code, area.today),
      ]);
      return {
        title: placeMessages[lang].home,
        body: CommunityHome({
          lang,
          code: area.code,
          name: area.name,
          isVillage: area.kind === 'village',
          bodies: who ? bodyLines(who, lang) : [],
          notices,
          numbers,
          map: map?.view ?? null,
        }),
        place: withOffice(area.place, who, lang),
        options: {
          band: HomeBand({ lang, base, isVillage: area.kind === 'village' }),
          feed: { href: `${base}/notices.atom`, title: placeMessages[lang].notices },
        },
        section: 'home',
        cacheSeconds: FRESH_SECONDS,
      };
    }),
});

/** The station, or in a village the subdistrict office, answers for the page in its footer. */
function withOffice(
  place: NonNullable<Page['place']>,
  who: WhoIsWho | undefined,
  lang: Language,
): NonNullable<Page['place']> {
  const station = who?.bodies.find((one) => one.organisation.kind === 'SERVICE_STATION');
  const office = station?.organisation ?? who?.office;
  if (!office?.telephone || !office.address) return place;
  const { name, hours } = bodyLine(office, lang, []);
  return {
    ...place,
    office: { name, address: office.address, phone: office.telephone, hours: hours ?? '' },
  };
}

const stairwellParams = z.object({ code: z.string().max(12) });
const aStairwell = (fixture: (name: string) => string) => ({
  params: { code: fixture('stairwell.code') },
});

const building = definePage({
  ...open,
  path: '/b/{code}',
  params: stairwellParams,
  sample: aStairwell,
  handle: async ({ world, lang, params, cookies }): Promise<Page> => {
    const t = placeMessages[lang];
    const origin = await world.database.withReadScope(publicScope, (db) =>
      stairwellOrigin(world, db, params.code, lang),
    );
    const { stairwell, area } = origin;
    if (!stairwell) throw notFound('stairwell');
    const { content } = await contentFor({ world, cookies }, origin);
    const here = await world.database.withReadScope(publicScope, async (db) => {
      const [choices, who, workers] = await Promise.all([
        whatChoices(db, origin, lang, content.pin),
        findWhoIsWho(world, db, area.code, area.today),
        workersAt(db, area, stairwell.building.grid?.code),
      ]);
      const station = who?.bodies.find((one) => one.organisation.kind === 'SERVICE_STATION');
      return { choices, workers, station };
    });
    return {
      title: t.sayHere,
      body: BuildingPage({
        lang,
        code: stairwell.code,
        place: placeName(stairwell.building, stairwell),
        address: stairwell.building.address,
        community: { code: area.code, name: area.name },
        form: { lang, ...here.choices, values: valuesOf(content), faults: [] },
        grid: stairwell.building.grid?.name ?? null,
        workers: here.workers,
        station: here.station
          ? bodyLine(here.station.organisation, lang, here.station.holders)
          : null,
        open: await openAt(world, stairwell.building.id, lang),
      }),
      place: area.place,
      section: 'say',
      options: { islands: ISLANDS },
    };
  },
});

async function workersAt(
  db: Db,
  area: { code: string; today: ReturnType<typeof dateOf> },
  grid: string | undefined,
): Promise<string[]> {
  if (grid === undefined) return [];
  const workers = await workersOfGrid(db, area.code, grid, area.today);
  return workers.map((one) => one.holderName);
}

/** Open public matters, read as the system: kind, day and state only. */
async function openAt(world: World, buildingId: string, lang: Language) {
  const rows = await world.database.withReadScope(systemScope, (db) => listOpenAt(db, buildingId));
  return rows.map((row) => similarShown(row, lang));
}

const sheet = definePage({
  ...open,
  path: '/b/{code}/sheet',
  params: stairwellParams,
  sample: aStairwell,
  handle: async ({ world, lang, params }) =>
    world.database.withReadScope(publicScope, async (db): Promise<Page> => {
      const here = await getStairwell(db, params.code);
      const area = await areaShown(world, db, here.building.area, lang);
      const all = await stairwellsOf(db, area.code);
      const stairwells = all
        .filter((one) => one.building.code === here.building.code)
        .map((one) => ({
          place: placeName(one.building, one),
          address: `${world.settings.publicUrl}/b/${one.code}`,
        }));
      return {
        title: placeMessages[lang].sheet,
        body: SheetPage({ lang, stairwells }),
        place: area.place,
        options: { back: { href: `/b/${here.code}` }, unlisted: true },
      };
    }),
});

export const placeRoutes = [district, community, building, sheet];
