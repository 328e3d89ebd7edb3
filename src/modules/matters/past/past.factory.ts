import { plainDateOf } from '#kernel/pure/dates.ts';
import { csvText } from '#kernel/tabular/tabular.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import type { TestWorld } from '../../../../test/world.ts';
import { aCommunity } from '../../territory/territory.factory.ts';
import { bodyRows, COMMUNITY } from '../matters/matters.factory.ts';
import type { PastColumn } from './past-event.types.ts';
import { PAST_HEADERS, pastMattersSheet } from './past-matters.tabular.ts';

/** Cells of one row by column, as text. */
export type Cells = Readonly<Partial<Record<PastColumn, string>>>;

const COLUMNS = Object.keys(pastMattersSheet.columns) as PastColumn[];

/** An events sheet as a file. */
export function aSheet(rows: readonly Cells[], name = 'events.csv') {
  const columns = COLUMNS.map((key) => ({
    header: PAST_HEADERS[key],
    value: (row: Cells) => row[key] ?? null,
  }));
  return { name, bytes: new TextEncoder().encode(csvText(columns, rows)) };
}

/** The area and bodies of matters.factory, as imports would have made them. */
export async function bodiesAround(world: TestWorld): Promise<void> {
  await loadRulebookDefaults(world);
  await aCommunity(world, { code: COMMUNITY, since: plainDateOf('2005-01-01') });
  for (const row of bodyRows()) {
    const { ownerPool } = world.test;
    await ownerPool.query(
      'insert into organisation (id, code, kind, area, root_id, valid_from, email) values ($1, $2, $3, $4, $5, $6, $7)',
      Object.values(row),
    );
    await ownerPool.query(
      'insert into organisation_version (id, organisation_id, name, valid_from) values ($1, $1, $2, $3)',
      [row.id, row.code, row.valid_from],
    );
  }
}

const received = (external: string, more: Cells = {}): Cells => ({
  external,
  event: 'receive',
  at: '2026-01-05 09:00',
  category: 'street_light',
  area: COMMUNITY,
  words: '三号楼门口路灯不亮。已经三天了。',
  name: '王小明',
  telephone: '10000000001',
  source: 'portal',
  ...more,
});

type Story = readonly (readonly [event: string, at: string, more?: Cells])[];

/** Stories that together walk every kind of ending; `@` in a text stands for the number's own. */
const STORIES: readonly { readonly first?: Cells; readonly next: Story }[] = [
  {
    next: [
      ['take', '2026-01-05 10:00', { body: 'station' }],
      ['finish', '2026-01-06 10:00', { body: 'station', words: '换了灯泡。' }],
      ['say_solved', '2026-01-06 12:00', { rating: '5' }],
      ['found_upheld', '2026-01-07 10:00', { body: 'residents', words: '已请他们改进。' }],
    ],
  },
  {
    next: [
      ['take', '2026-01-05 10:00', { body: 'station' }],
      [
        'whistle',
        '2026-01-05 11:00',
        { body: 'station', to: 'department', lacks: 'power', words: '归城管' },
      ],
      ['return', '2026-01-06 09:30', { body: 'department', words: '不归我们' }],
      ['overrule', '2026-01-06 15:00', { body: 'subdistrict', words: '按清单归你们' }],
      ['accept', '2026-01-07 09:00', { body: 'department' }],
      ['finish', '2026-01-12 16:00', { body: 'department', words: '已修复。' }],
      ['say_not_solved', '2026-01-13 08:00'],
      ['finish', '2026-01-15 09:00', { body: 'department', words: '又修了一次。' }],
      ['found_fixed', '2026-01-16 10:00', { body: 'residents', words: '看过，亮了。' }],
    ],
  },
  {
    first: { name: '', telephone: '', source: 'telephone', body: 'station' },
    next: [
      ['take', '2026-01-05 10:00', { body: 'station' }],
      ['finish', '2026-01-06 10:00', { body: 'station', words: '换了灯泡。', sampled: '是' }],
      ['found_fixed', '2026-01-07 10:00', { body: 'residents' }],
      ['reopen', '2026-01-10 10:00'],
      ['accept', '2026-01-10 14:00', { body: 'station' }],
    ],
  },
  {
    first: { category: 'neighbour_dispute' },
    next: [
      ['take', '2026-01-05 10:00', { body: 'station' }],
      ['propose_extension', '2026-01-12 09:00', { body: 'station', words: '一方在外地' }],
      ['extend', '2026-01-12 15:00', { body: 'subdistrict' }],
      ['finish', '2026-01-20 10:00', { body: 'station', words: '双方签了协议。' }],
      ['found_not_settled', '2026-01-21 10:00', { body: 'residents' }],
      ['found_approved', '2026-01-22 10:00', { body: 'party' }],
    ],
  },
  {
    first: { category: 'property_management' },
    next: [
      ['take', '2026-01-05 10:00', { body: 'station' }],
      ['finish', '2026-01-06 10:00', { body: 'station', words: '已协调。' }],
      ['found_unreachable', '2026-01-13 10:00', { body: 'pool' }],
    ],
  },
  {
    next: [
      ['take', '2026-02-25 10:00', { body: 'station' }],
      [
        'propose_suspension',
        '2026-02-25 11:00',
        { body: 'station', words: '等配件', reviewOn: '2026-03-20' },
      ],
      ['suspend', '2026-02-25 15:00', { body: 'subdistrict' }],
    ],
    first: { at: '2026-02-25 09:00' },
  },
  {
    first: { kind: 'consultation' },
    next: [['answer', '2026-01-05 11:00', { body: 'station', words: '周一至周五。' }]],
  },
  {
    first: { kind: 'suggestion', source: 'hotline', hotline: 'H@', hotlineDue: '2026-01-12' },
    next: [
      ['decide', '2026-01-08 11:00', { body: 'station', words: '今年做。', decision: 'ADOPTED' }],
      ['rate', '2026-01-09 11:00', { rating: '2' }],
    ],
  },
  {
    next: [
      ['redirect', '2026-01-05 11:00', { body: 'station', words: '请打110', channel: 'emergency' }],
    ],
  },
  { next: [] },
];

/** Rows of `count` matters told by the stories in turn. */
export function manyStories(count: number): Cells[] {
  return Array.from({ length: count }, (_, n) => n).flatMap((n) => {
    const external = `P${String(n).padStart(5, '0')}`;
    const story = STORIES[n % STORIES.length] ?? { next: [] };
    const own = (cells: Cells): Cells => (cells.hotline ? { ...cells, hotline: `H${n}` } : cells);
    const first = received(external, own(story.first ?? {}));
    return [
      first,
      ...story.next.map(([event, at, more]): Cells => ({ external, event, at, ...more })),
    ];
  });
}

/** The same stories under other numbers. */
export function prefixed(prefix: string, rows: readonly Cells[]): Cells[] {
  return rows.map((row) => ({
    ...row,
    external: `${prefix}${row.external}`,
    ...(row.hotline ? { hotline: `${prefix}${row.hotline}` } : {}),
  }));
}

/** Two lines: a parent that closes, and one merged into it that closes with it. */
export function mergedPair(): Cells[] {
  return [
    received('M1'),
    { external: 'M1', event: 'take', at: '2026-01-05 10:00', body: 'station' },
    { external: 'M1', event: 'finish', at: '2026-01-08 10:00', body: 'station', words: '好了。' },
    { external: 'M1', event: 'say_solved', at: '2026-01-08 11:00' },
    received('M2', { at: '2026-01-06 09:00' }),
    { external: 'M2', event: 'merge', at: '2026-01-06 10:00', body: 'station', parent: 'M1' },
  ];
}

export { received };
