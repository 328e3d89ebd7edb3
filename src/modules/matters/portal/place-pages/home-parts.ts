import type { Db } from '#kernel/db/client.ts';
import { addDays } from '#kernel/pure/dates.ts';
import { dayOfInstant, periodText } from '#kernel/pure/day-words.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { type BodyShown, type Organisation, POSTS, type WhoIsWho } from '#modules/bodies/index.ts';
import { latestNotices } from '#modules/publications/index.ts';
import { readExpress } from '../../figures/read-express.ts';
import type { BodyLine, NoticeLine } from './home.portal.tsx';
import type { NumbersProps } from './numbers.portal.tsx';

const WINDOW_DAYS = 30;
const NOTICES = 3;

export function bodyLine(
  one: Organisation,
  lang: Language,
  holders: BodyShown['holders'],
): BodyLine {
  const isEnglish = lang === 'en';
  const [top] = POSTS[one.kind];
  const head = holders.find((holder) => holder.postCode === top?.code);
  return {
    name: isEnglish ? (one.nameEn ?? one.name) : one.name,
    head: head && top ? `${top[lang]} ${head.holderName}` : null,
    hours: isEnglish ? (one.officeHoursEn ?? one.officeHours) : one.officeHours,
    telephone: one.telephone,
  };
}

/** The three bodies with their heads; in a village the subdistrict office that receives its matters. */
export function bodyLines(who: WhoIsWho, lang: Language): BodyLine[] {
  if (who.bodies.length > 0)
    return who.bodies.map((one) => bodyLine(one.organisation, lang, one.holders));
  return who.office ? [bodyLine(who.office, lang, [])] : [];
}

export async function noticeLines(
  world: World,
  db: Db,
  area: string,
  lang: Language,
): Promise<NoticeLine[]> {
  const cards = await latestNotices(db, area, world.clock.now(), NOTICES);
  return cards.map((card) => ({
    title: card.title,
    href: `/n/${card.number}`,
    date: dayOfInstant(lang, card.shownAt),
    isoDate: card.shownAt.toISOString(),
    summary: card.summary,
  }));
}

export async function numbersOf(
  world: World,
  db: Db,
  area: string,
  lang: Language,
  records: string,
): Promise<NumbersProps> {
  const { express, window, quickDays } = await readExpress(world, db, area, WINDOW_DAYS);
  return {
    lang,
    express,
    quickDays,
    days: periodText(lang, window.from, addDays(window.until, -1)),
    records,
  };
}
