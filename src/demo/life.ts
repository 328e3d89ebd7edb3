import { findCategory } from '#modules/matters/index.ts';
import { housesOf } from './layout.ts';
import { type Course, firstOf, problem } from './matter-course.ts';
import { inventName, telephone } from './names.ts';
import { residentsCode } from './organisations.ts';
import {
  ADVICE,
  DECIDED,
  REDIRECTED,
  REDIRECTED_ANY,
  REJECTED,
  SAID,
  SEASON,
  USUAL,
} from './phrases.ts';
import { PLACES, type Place } from './places.ts';
import { type Random, randomOf } from './random.ts';
import { clockText, dayText, inOffice, type MatterCells, monthOf, Story } from './story.ts';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;

export type LifeWanted = {
  readonly seed: number;
  readonly now: Date;
  /** About how many matters. */
  readonly matters: number;
  readonly places?: readonly Place[];
};

/**
 * Twelve months of matters up to now, in every state, as rows of the events sheet. A pure function: the same seed and
 * the same moment give the same rows.
 */
export function* life(wanted: LifeWanted): Generator<MatterCells> {
  const { seed, now, matters, places = PLACES } = wanted;
  const random = randomOf(seed);
  const span = (YEAR_DAYS * DAY_MS) / matters;
  const start = now.getTime() - YEAR_DAYS * DAY_MS;
  for (let n = 0; n < matters; n += 1) {
    // Evenly thrown over the year, so that the file stands in order of receipt.
    const received = start + (n + random.next()) * span;
    if (isNight(received, random)) continue;
    const external = `${dayText(received).slice(0, 4)}-${String(n + 1).padStart(5, '0')}`;
    yield* matterOf({ random, external, received, now: now.getTime(), places, n });
  }
}

/** People sleep, and write less on holidays. */
function isNight(ms: number, random: Random): boolean {
  const hour = Number(clockText(ms).slice(11, 13));
  return (hour < 6 && random.chance(0.93)) || (hour >= 23 && random.chance(0.6));
}

type Given = {
  readonly random: Random;
  readonly external: string;
  readonly received: number;
  readonly now: number;
  readonly places: readonly Place[];
  readonly n: number;
};

const KINDS: Readonly<Record<string, 'consultation' | 'suggestion'>> = {
  medical: 'consultation',
  employment: 'consultation',
  culture_sports: 'suggestion',
};

function* matterOf(given: Given): Generator<MatterCells> {
  const { random, external, received, now, n } = given;
  const place = placeOf(given);
  const category = categoryAt(random, received);
  const source = random.weighted({
    portal: 36,
    telephone: 20,
    counter: 15,
    outreach: 12,
    hotline: 17,
  });
  const isAnonymous = source === 'portal' && random.chance(0.14);
  const kind = random.chance(0.8) ? (KINDS[category] ?? 'problem') : 'problem';
  const story = new Story(random, external, received, now);
  const course: Course = {
    random,
    story,
    place,
    category,
    isAnonymous,
    isHotline: source === 'hotline',
  };
  const body = askedBody(course, source);
  const cells = receiveCells(course, { source, kind, n });
  if (body === null) story.byReporter('receive', 0, cells);
  else story.byBody('receive', body, 0, cells);
  const child = kind === 'problem' && source !== 'hotline' && random.chance(0.03);
  tell(course, kind);
  yield* story.rows;
  if (child) yield* duplicate(given, course, story.rows, cells);
}

function placeOf({ random, places }: Given): Place {
  const place = random.pick(places);
  // Villages are few and small: half of what would fall to them falls to somebody else.
  return place.kind === 'village' && random.chance(0.6) ? random.pick(places) : place;
}

function categoryAt(random: Random, at: number): string {
  const month = monthOf(at);
  const weights = Object.entries(USUAL).map(([key, weight]) => [
    key,
    weight * (SEASON[key]?.[month] ?? 1),
  ]);
  return random.weighted(Object.fromEntries(weights) as Record<string, number>);
}

/** At a counter, on the telephone or on a round somebody is asked; elsewhere nobody in particular. */
function askedBody(course: Course, source: string): string | null {
  if (source === 'portal' || source === 'hotline') return null;
  const isCommittees = source === 'outreach' && course.place.kind === 'community';
  return isCommittees && course.random.chance(0.4) ? residentsCode(course.place) : firstOf(course);
}

function receiveCells(
  { random, place, category, isAnonymous, isHotline, story }: Course,
  given: { source: string; kind: string; n: number },
): MatterCells {
  const house = random.pick(housesFor(place));
  const space = findCategory(category)?.space;
  const said = random.pick(SAID[category] ?? SAID['other'] ?? ['']);
  const words = filled(said, house, String(random.between(2, 9)));
  const person = isAnonymous ? null : inventName(random);
  return {
    category,
    kind: given.kind,
    source: given.source,
    area: place.code,
    words,
    place: `${house.estateName}${house.name}`,
    building: house.code,
    ...(space === 'public' && random.chance(0.5)
      ? { lng: String(house.lng), lat: String(house.lat), crs: 'CGCS2000' }
      : {}),
    ...(person ? { name: person.name, telephone: telephone(given.n * 7 + 11) } : {}),
    ...(random.chance(0.12) ? { public: space === 'public' ? '否' : '是' } : {}),
    ...(isHotline
      ? {
          hotline: `RX${dayText(story.at).replaceAll('-', '')}${String(given.n).padStart(5, '0')}`,
          hotlineDue: clockText(story.at + 7 * DAY_MS),
        }
      : {}),
  };
}

/** A phrase at a house: its name, its road, a number of days. */
function filled(said: string, house: House, days: string): string {
  return said
    .replaceAll('{楼}', house.name)
    .replaceAll('{路}', `${house.estateName.slice(0, -2)}路`)
    .replaceAll('{天}', days);
}

type House = ReturnType<typeof housesOf>[number];
const houses = new Map<string, ReturnType<typeof housesOf>>();
function housesFor(place: Place) {
  const known = houses.get(place.code) ?? housesOf(place);
  houses.set(place.code, known);
  return known;
}

function tell(course: Course, kind: string): void {
  const { random, story } = course;
  const first = firstOf(course);
  if (kind === 'consultation') {
    story.byBody('answer', first, 1 + 30 * random.next() ** 2, { words: random.pick(ADVICE) });
  } else if (kind === 'suggestion') {
    const [decision, words] = random.pick(DECIDED);
    story.byBody('decide', first, 20 + 100 * random.next(), { decision, words });
  } else tellProblem(course, first);
}

/** A few end before anybody takes them. */
function tellProblem(course: Course, first: string): void {
  const { random, story } = course;
  const end = random.weighted({ reject: 8, redirect: 12, withdraw: 9, none: 971 });
  if (end === 'reject') {
    story.byBody('reject', first, 3, { words: random.pick(REJECTED) });
  } else if (end === 'redirect') {
    const [channel, words] = random.pick(REDIRECTED[course.category] ?? REDIRECTED_ANY);
    story.byBody('redirect', first, 2, { channel, words });
  } else if (end === 'withdraw' && !findCategory(course.category)?.isSafety) {
    story.byReporter('withdraw', 2);
  } else problem(course);
}

/** Somebody else says the same while it is being worked on: joined to the first. */
function* duplicate(
  { random, external, now, n }: Given,
  course: Course,
  rows: readonly MatterCells[],
  cells: MatterCells,
): Generator<MatterCells> {
  const taken = rows.find(({ event }) => event === 'take');
  const done = rows.find(({ event }) => event === 'finish' || event === 'cannot');
  if (!taken) return;
  const from = msOf(taken.at ?? '');
  const until = done ? msOf(done.at ?? '') : now;
  const received = from + (until - from) * 0.5 * random.next();
  const merged = inOffice(received + 1_800_000, random);
  if (merged >= until || merged >= now) return;
  const story = new Story(random, `${external}-2`, received, now);
  const person = inventName(random);
  const said = random.pick(SAID[course.category] ?? ['']);
  const house = housesFor(course.place).find(({ code }) => code === cells.building);
  story.byReporter('receive', 0, {
    ...cells,
    source: 'portal',
    words: house ? filled(said, house, '好几') : said,
    name: person.name,
    telephone: telephone(n * 7 + 12),
  });
  story.byBody('merge', firstOf(course), 0.5, { parent: external });
  const [, merge] = story.rows;
  // The clerk's hour is drawn anew: it may come after the first was over.
  if (merge && msOf(merge.at ?? '') < until) yield* story.rows;
}

const msOf = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);
