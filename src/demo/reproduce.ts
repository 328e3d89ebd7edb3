import type { Db } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { addDays, instantOf, type PlainDate, plainDateOf } from '#kernel/pure/dates.ts';
import type { Share } from '#kernel/pure/statistics.ts';
import type { World } from '#kernel/world.ts';
import {
  isPrimaryPartyOrganisation,
  listOrganisations,
  secretariesReport,
  THREE_BODIES,
} from '#modules/bodies/index.ts';
import { readExpress } from '#modules/matters/index.ts';
import { listAreas } from '#modules/territory/index.ts';
import { EXPRESS_WINDOW } from './express.ts';
import { DISTRICT, YIYUAN } from './places.ts';
import { BEFORE } from './secretaries.ts';

/** 'no_count': no count of 38 gives the article's share; what the archive holds instead is declared. */
export type Verdict = 'equal' | 'equal_truncated' | 'no_count' | 'differs';

export type ReproducedLine = {
  readonly figure: string;
  readonly article: string;
  readonly computed: string;
  readonly verdict: Verdict;
};

/** The counts of 38 that the article's 20 % can mean is none; the archive takes the nearest. */
const NEAREST_TO_A_FIFTH = 8;
const COMMUNITIES = 38;

const count = (figure: string, article: number, computed: number): ReproducedLine => ({
  figure,
  article: String(article),
  computed: String(computed),
  verdict: article === computed ? 'equal' : 'differs',
});

/** A share in tenths of a percent, rounded half up and cut off. */
function tenths({ count: of, of: all }: Share): { rounded: number; cut: number } {
  if (all === 0) return { rounded: 0, cut: 0 };
  return { rounded: Math.floor((2000 * of + all) / (2 * all)), cut: Math.floor((1000 * of) / all) };
}

const percent = (value: number, digits: number) => `${(value / 10).toFixed(digits)} %`;

/** Compares at the article's own number of digits. */
function share(figure: string, article: number, digits: 0 | 1, given: Share): ReproducedLine {
  const { rounded, cut } = tenths(given);
  const unit = digits === 0 ? 10 : 1;
  const shown = digits === 0 ? Math.round(rounded / 10) * 10 : rounded;
  const isEqual = given.of > 0 && shown === article;
  const isCut = given.of > 0 && Math.floor(cut / unit) * unit === article;
  return {
    figure,
    article: percent(article, digits),
    computed: `${percent(rounded, 1)} (${given.count}/${given.of})`,
    verdict: isEqual ? 'equal' : isCut ? 'equal_truncated' : 'differs',
  };
}

/** The article's figures beside those computed from the archive, by the queries that the pages use. */
export async function reproduce(world: World, at: PlainDate): Promise<ReproducedLine[]> {
  return world.database.withReadScope(systemScope, async (db) => [
    ...(await territory(db, at)),
    ...(await bodies(db, at)),
    ...(await secretaries(db, at)),
    ...(await express(world, db)),
  ]);
}

export const agrees = (lines: readonly ReproducedLine[]): boolean =>
  lines.every(({ verdict }) => verdict !== 'differs');

async function territory(db: Db, at: PlainDate): Promise<ReproducedLine[]> {
  const areas = await listAreas(db, at);
  const of = (kind: string) => areas.filter((area) => area.kind === kind).length;
  return [
    count('subdistricts', 7, of('subdistrict')),
    count('communities', COMMUNITIES, of('community')),
    count('villages', 18, of('village')),
  ];
}

async function bodies(db: Db, at: PlainDate): Promise<ReproducedLine[]> {
  const all = await listOrganisations(db, at);
  const primary = all.filter(({ kind }) => isPrimaryPartyOrganisation(kind)).length;
  return [
    count('party_organisations', 553, primary),
    ...THREE_BODIES.map((kind) =>
      count(kind.toLowerCase(), COMMUNITIES, all.filter((one) => one.kind === kind).length),
    ),
  ];
}

async function secretaries(db: Db, at: PlainDate): Promise<ReproducedLine[]> {
  const range = areaRange(DISTRICT.code);
  const before = await secretariesReport(db, plainDateOf(BEFORE), range);
  const after = await secretariesReport(db, at, range);
  const mean = (figure: string, article: string, computed: number | null): ReproducedLine => ({
    figure,
    article,
    computed: computed === null ? '–' : computed.toFixed(1),
    verdict: computed !== null && computed.toFixed(1) === article ? 'equal' : 'differs',
  });
  return [
    mean('age_before', '46.8', before.meanAge),
    mean('age_after', '43.2', after.meanAge),
    young(after.upTo35),
    share('degree_before', 210, 0, before.bachelorOrHigher),
    share('degree_after', 736, 1, after.bachelorOrHigher),
    count('postgraduates', 2, after.postgraduates.count),
  ];
}

function young(given: Share): ReproducedLine {
  const line = share('young', 200, 0, given);
  const isDeclared = given.of === COMMUNITIES && given.count === NEAREST_TO_A_FIFTH;
  return isDeclared && line.verdict === 'differs' ? { ...line, verdict: 'no_count' } : line;
}

async function express(world: World, db: Db): Promise<ReproducedLine[]> {
  const lastDay = addDays(plainDateOf(EXPRESS_WINDOW.until), -1);
  const then: World = { ...world, clock: { now: () => instantOf(lastDay, 12 * 60) } };
  const { express: found } = await readExpress(then, db, YIYUAN, EXPRESS_WINDOW.days);
  const { received, solvedQuick } = found;
  const solved = share('express_share', 889, 1, { count: solvedQuick, of: received });
  return [
    count('express_received', 36, received),
    count('express_quick', 32, solvedQuick),
    { ...solved, computed: percent(tenths({ count: solvedQuick, of: received }).rounded, 1) },
  ];
}
