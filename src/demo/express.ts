import { telephone } from './names.ts';
import { residentsCode } from './organisations.ts';
import { DONE, DONE_ANY, SAID } from './phrases.ts';
import { PLACES, YIYUAN } from './places.ts';
import { randomOf } from './random.ts';
import { type MatterCells, Story } from './story.ts';

/** The three months of 2010 that the demo gives the article's Opinion Express of Yiyuan. */
export const EXPRESS_WINDOW = { from: '2010-07-01', until: '2010-10-01', days: 92 } as const;
const RECEIVED = 36;
const QUICK = 32;
const ARCHIVE_NOW = Date.parse('2010-12-01T00:00:00+08:00');
const CATEGORIES = [
  'street_light',
  'road_damage',
  'sewer',
  'greenery',
  'exposed_garbage',
  'dirty_road',
  'fitness_equipment',
  'property_management',
] as const;

/** 36 opinions the residents' committee took itself: 32 solved within seven days, three later, one not. */
export function expressOfYiyuan(): MatterCells[] {
  const place = PLACES.find(({ code }) => code === YIYUAN);
  if (!place) throw new Error('Yiyuan is missing');
  const committee = residentsCode(place);
  const start = Date.parse(`${EXPRESS_WINDOW.from}T09:00:00+08:00`);
  return Array.from({ length: RECEIVED }, (_, n) => n).flatMap((n) => {
    const random = randomOf(36_000 + n);
    const story = new Story(
      random,
      `YY2010-${String(n + 1).padStart(3, '0')}`,
      start + n * 2.5 * 86_400_000,
      ARCHIVE_NOW,
    );
    const category = CATEGORIES[n % CATEGORIES.length] ?? 'other';
    const words = random
      .pick(SAID[category] ?? [''])
      .replaceAll('{楼}', `${1 + (n % 18)}幢`)
      .replaceAll('{路}', '怡园路')
      .replaceAll('{天}', '三');
    story.byBody('receive', committee, 0, {
      category,
      source: 'outreach',
      area: YIYUAN,
      words,
      name: '居民',
      telephone: telephone(9000 + n),
    });
    story.byBody('take', committee, 2);
    if (n === RECEIVED - 1) {
      story.byBody('cannot', committee, 72, {
        words: '改造资金今年没有安排，已报街道列入明年计划。',
      });
      story.byBody('found_approved', `W${YIYUAN.slice(6)}`, 24);
      return story.rows;
    }
    const isQuick = n < QUICK;
    story.byBody('finish', committee, isQuick ? 4 + (n % 20) : 9 * 24, {
      words: random.pick(DONE[category] ?? DONE_ANY),
    });
    story.byReporter('say_solved', 5);
    return story.rows;
  });
}
