import { dateOf } from '#kernel/pure/dates.ts';
import type { PastColumn, PastEventName } from '#modules/matters/index.ts';

/** Cells of one row of the events sheet; a moment is one, and each format writes it in its own way. */
export type Cells = Readonly<Partial<Record<PastColumn, string | Date>>>;

/** A community and the codes of the bodies that may have to do with its matters. */
export type Around = {
  readonly area: string;
  readonly station: string;
  readonly residents: string;
  readonly office: string;
};

/** Moments by the hours since the receipt. */
type At = (hours: number) => Date;
type CellsOf = (around: Around, at: At) => Cells;
type Step = readonly [event: PastEventName, hours: number, cells?: CellsOf];
type Told = { readonly first?: Cells; readonly next: readonly Step[] };

const byStation = ({ station }: Around): Cells => ({ body: station });
const take: Step = ['take', 1, byStation];
const finish: Step = ['finish', 30, ({ station }) => ({ body: station, words: '换了灯泡。' })];

/** Eight ways a matter goes, from its receipt to its end; `hotline` becomes a number of its own. */
const STORIES: readonly Told[] = [
  { next: [take, finish, ['say_solved', 40, () => ({ rating: '1' })]] },
  {
    next: [
      take,
      [
        'whistle',
        2,
        ({ station, office }) => ({ body: station, to: office, lacks: 'power', words: '归街道' }),
      ],
      ['accept', 5, ({ office }) => ({ body: office })],
      ['finish', 50, ({ office }) => ({ body: office, words: '已修复。' })],
      ['say_not_solved', 60],
      ['finish', 90, ({ office }) => ({ body: office, words: '又修了一次。' })],
      ['found_fixed', 100, ({ residents }) => ({ body: residents, words: '看过，亮了。' })],
    ],
  },
  {
    first: { kind: 'consultation', category: 'elderly_care' },
    next: [['answer', 3, ({ station }) => ({ body: station, words: '周一至周五。' })]],
  },
  {
    next: [
      take,
      [
        'propose_suspension',
        2,
        ({ station }, at) => ({ body: station, words: '等配件', reviewOn: dateOf(at(20 * 24)) }),
      ],
      ['suspend', 6, ({ office }) => ({ body: office })],
      ['resume', 80, byStation],
      ['finish', 90, ({ station }) => ({ body: station, words: '装上了。' })],
    ],
  },
  {
    first: { kind: 'suggestion', source: 'hotline', hotline: 'H' },
    next: [
      ['decide', 48, ({ station }) => ({ body: station, words: '今年做。', decision: 'ADOPTED' })],
      ['rate', 60, () => ({ rating: '2' })],
    ],
  },
  {
    first: { category: 'neighbour_dispute' },
    next: [
      take,
      ['finish', 200, ({ station }) => ({ body: station, words: '双方签了协议。' })],
      ['found_settled', 220, ({ residents }) => ({ body: residents })],
    ],
  },
  { first: { category: 'parking' }, next: [['withdraw', 5]] },
  {
    next: [
      ['redirect', 2, ({ station }) => ({ body: station, words: '请打110', channel: 'emergency' })],
    ],
  },
];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BEGIN = Date.parse('2025-03-03T01:00:00Z');
const DAYS = 280;

/** The rows of the n-th matter: a story at its own time and place. */
export function storyOf(external: string, n: number, around: Around): Cells[] {
  const received = BEGIN + (n % DAYS) * DAY_MS;
  const { first = {}, next } = STORIES[n % STORIES.length] ?? { next: [] };
  const at: At = (hours) => new Date(received + hours * HOUR_MS);
  const hotline = first.hotline ? { hotline: `${external}H`, hotlineDue: at(7 * 24) } : {};
  return [
    {
      external,
      event: 'receive',
      at: at(0),
      category: 'street_light',
      area: around.area,
      words: `三号楼门口路灯不亮，已经${(n % 9) + 2}天了。`,
      name: '王小明',
      telephone: '10000000001',
      source: 'portal',
      ...first,
      ...hotline,
    },
    ...next.map(
      ([event, hours, cells]): Cells => ({
        external,
        event,
        at: at(hours),
        ...cells?.(around, at),
      }),
    ),
  ];
}
