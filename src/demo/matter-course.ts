import { findCategory } from '#modules/matters/index.ts';
import { CALL_POOL, COMMAND, POWER_OVER } from './departments.ts';
import { officeCode, partyCode, residentsCode, stationCode } from './organisations.ts';
import {
  CANNOT,
  CANNOT_ANY,
  DONE,
  DONE_ANY,
  FOUND,
  NOT_FOUND,
  NOT_UPHELD,
  OVERRULED,
  RETURNED,
  SUSPENDED,
  UPHELD,
  WHISTLED,
} from './phrases.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import { dayText, type Story } from './story.ts';

const DAY = 24;
/** Days that are usually enough, by category; the rest takes a week. */
const LIMITS: Readonly<Record<string, number>> = {
  street_light: 3,
  manhole: 3,
  water_leak: 2,
  lift: 3,
  fallen_tree: 2,
  exposed_garbage: 1,
  dirty_road: 1,
  illegal_building: 15,
  septic_tank: 2,
  fire_safety: 3,
  stairwell_clutter: 3,
  home_repair: 3,
  noise: 2,
  parking: 3,
  greenery: 5,
  sewer: 2,
  neighbour_dispute: 15,
};

export type Course = {
  readonly random: Random;
  readonly story: Story;
  readonly place: Place;
  readonly category: string;
  readonly isAnonymous: boolean;
  readonly isHotline: boolean;
};

const isVillage = ({ place }: Course) => place.kind === 'village';
const office = ({ place }: Course) => officeCode(place.subdistrict);
/** Whoever is asked first: the station; in a village the subdistrict's office. */
export const firstOf = (course: Course) =>
  isVillage(course) ? office(course) : stationCode(course.place);

/** Who looks on the spot: never the handler's own body. */
function siteChecker(course: Course, handler: string): string {
  if (isVillage(course)) return handler === office(course) ? COMMAND : office(course);
  return handler === residentsCode(course.place)
    ? partyCode(course.place)
    : residentsCode(course.place);
}

function approver(course: Course, handler: string): string {
  if (isVillage(course)) return handler === office(course) ? COMMAND : office(course);
  return partyCode(course.place);
}

function answerFor({ random, category }: Course): string {
  return random.pick(DONE[category] ?? DONE_ANY);
}

/** Most are quick, a few are slow: the long tail that deadlines are for. */
function workHours({ random, category }: Course): number {
  const limit = (LIMITS[category] ?? 7) * DAY;
  const share = random.chance(0.86) ? 0.08 + 0.7 * random.next() ** 1.4 : 0.9 + 1.6 * random.next();
  return Math.max(1, limit * share);
}

/** Takes a problem from its receipt to its end. */
export function problem(course: Course): void {
  const handler = findOwner(course);
  if (course.random.chance(0.02)) pause(course, handler);
  stopSometimes(course, 0.05);
  course.story.wait(workHours(course));
  if (course.random.chance(0.03)) {
    cannot(course, handler);
    return;
  }
  const isSampled = course.random.chance(0.1);
  course.story.byBody('finish', handler, 0, {
    words: answerFor(course),
    ...(isSampled ? { sampled: '是' } : {}),
  });
  judge(course, handler, isSampled);
}

/** What waits too long waits for weeks, not for a year: somebody would have come. */
const STUCK_DAYS = 40;

function stopSometimes({ random, story }: Course, share: number): void {
  if (story.isWithin(STUCK_DAYS) && random.chance(share)) story.stop();
}

/** Who ends up with it, accepted. */
function findOwner(course: Course): string {
  const { random, story, place, category, isHotline } = course;
  const first = firstOf(course);
  if (isHotline && !isVillage(course)) {
    story.byBody('offer', office(course), random.between(1, 5), {
      to: first,
      words: '热线工单，请办理',
    });
    story.byBody('accept', first, random.between(1, 8));
    return first;
  }
  const own = !isVillage(course) && random.chance(0.09) ? residentsCode(place) : first;
  story.byBody('take', own, 0.3 + 9 * random.next() ** 2);
  const powers = POWER_OVER[category];
  return powers && random.chance(0.34) ? whistle(course, own, powers) : own;
}

function whistle(course: Course, own: string, powers: readonly string[]): string {
  const { random, story } = course;
  const to = random.pick(powers);
  const lacks = random.chance(0.75) ? 'power' : 'money';
  story.byBody('whistle', own, random.between(1, 6), { to, lacks, words: WHISTLED[lacks] });
  stopSometimes(course, 0.06);
  if (random.chance(0.1)) {
    story.byBody('return', to, random.between(2, 20), { words: random.pick(RETURNED) });
    stopSometimes(course, 0.2);
    const other = powers.find((code) => code !== to);
    if (other && random.chance(0.4)) {
      story.byBody('reoffer', COMMAND, random.between(1, 8), { to: other });
      story.byBody('accept', other, random.between(2, 20));
      return other;
    }
    story.byBody('overrule', COMMAND, random.between(1, 8), { words: random.pick(OVERRULED) });
  }
  story.byBody('accept', to, 1 + 30 * random.next() ** 2);
  return to;
}

function pause(course: Course, handler: string): void {
  const { random, story } = course;
  const days = random.between(6, 24);
  const reviewOn = dayText(story.at + days * DAY * 3_600_000);
  story.byBody('propose_suspension', handler, 4, { words: random.pick(SUSPENDED), reviewOn });
  story.byBody(
    'suspend',
    office(course) === handler ? COMMAND : office(course),
    random.between(1, 6),
  );
  story.byBody('resume', handler, days * DAY);
}

/** It cannot be done: another body must agree before it is closed, unsolved. */
function cannot(course: Course, handler: string): void {
  const { random, story } = course;
  story.byBody('cannot', handler, 0, { words: random.pick(CANNOT[course.category] ?? CANNOT_ANY) });
  const isDenied = random.chance(0.15);
  story.byBody(
    isDenied ? 'found_denied' : 'found_approved',
    approver(course, handler),
    random.between(4, 60),
  );
  if (isDenied) again(course, handler);
}

/** What the reporter and the checker say, by the rules of checking. */
function judge(course: Course, handler: string, isSampled: boolean): void {
  const { random, isAnonymous } = course;
  const { space, isSafety } = findCategory(course.category) ?? { space: 'public', isSafety: false };
  const concernsAll = space === 'public' || isSafety;
  if (space === 'dispute') settle(course, handler);
  else if (isSampled || (isAnonymous && concernsAll))
    looked(course, handler, !isAnonymous && random.chance(0.5));
  else if (!isAnonymous) answerQuestion(course, handler, concernsAll);
}

/** Solved, not solved, or no word at all. */
function answerQuestion(course: Course, handler: string, concernsAll: boolean): void {
  const { random, story, isHotline } = course;
  if (random.chance(isHotline ? 0.45 : 0.62)) sayYes(course, handler);
  else if (random.chance(0.2)) {
    story.byReporter('say_not_solved', 2 + 60 * random.next());
    again(course, handler);
  } else silent(course, handler, concernsAll);
}

function sayYes(course: Course, handler: string): void {
  const { random, story } = course;
  const rating = random.chance(0.7)
    ? random.weighted({ '1': 58, '2': 26, '3': 10, '4': 4, '5': 2 })
    : null;
  story.byReporter(
    'say_solved',
    0.5 + 90 * random.next() ** 1.6,
    rating === null ? {} : { rating },
  );
  if (rating !== '4' && rating !== '5') return;
  // A bad grade is answered by another body.
  const isRight = random.chance(0.7);
  story.byBody(
    isRight ? 'found_upheld' : 'found_not_upheld',
    siteChecker(course, handler),
    4 + 60 * random.next(),
    { words: random.pick(isRight ? UPHELD : NOT_UPHELD) },
  );
}

/** Somebody of another body goes and looks. */
function looked(course: Course, handler: string, saysFirst: boolean): void {
  const { random, story } = course;
  if (saysFirst) story.byReporter('say_solved', 1 + 3 * random.next());
  const isFixed = random.chance(0.9);
  const words = random.pick(isFixed ? FOUND : NOT_FOUND);
  story.byBody(
    isFixed ? 'found_fixed' : 'found_not_fixed',
    siteChecker(course, handler),
    4 + 50 * random.next(),
    { words },
  );
  if (!isFixed) again(course, handler);
}

/** Five days without a word: a look where all are concerned, else a call; a hotline calls by itself. */
function silent(course: Course, handler: string, concernsAll: boolean): void {
  const { story, isHotline } = course;
  if (isHotline && !concernsAll) return;
  story.wait(5 * DAY + 1);
  if (concernsAll) looked(course, handler, false);
  else called(course, handler);
}

/** The pool calls with one neutral question. */
function called(course: Course, handler: string): void {
  const { random, story } = course;
  const finding = random.weighted({
    found_solved: 55,
    found_not_solved: 8,
    found_unreachable: 27,
    found_refused: 10,
  });
  story.byBody(finding, CALL_POOL, 3 + 40 * random.next());
  if (finding === 'found_not_solved') again(course, handler);
}

/** Done once more; after a rework somebody always looks. */
function again(course: Course, handler: string): void {
  const { random, story } = course;
  story.byBody('finish', handler, 6 + 60 * random.next(), { words: answerFor(course) });
  if (findCategory(course.category)?.space === 'dispute') {
    settle(course, handler);
    return;
  }
  const checker = siteChecker(course, handler);
  const isDoubted = random.chance(0.05);
  if (isDoubted) story.byReporter('say_not_solved', 5);
  story.byBody('found_fixed', checker, 5 + 40 * random.next(), { words: random.pick(FOUND) });
  if (isDoubted) story.byBody('found_approved', approver(course, handler), random.between(6, 50));
}

function settle(course: Course, handler: string): void {
  const { random, story } = course;
  const isSettled = random.chance(0.8);
  story.byBody(
    isSettled ? 'found_settled' : 'found_not_settled',
    siteChecker(course, handler),
    5 + 60 * random.next(),
  );
  if (!isSettled) story.byBody('found_approved', approver(course, handler), random.between(6, 50));
}
