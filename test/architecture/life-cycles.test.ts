import { expect, it } from 'vitest';
import type { LifeCycle } from '#kernel/pure/transitions.ts';
import { matterLife, taskLife } from '../../src/modules/matters/matters/life-cycle.rules.ts';
import { noticeLife } from '../../src/modules/publications/notices/life-cycle.rules.ts';

type AnyLife = Pick<LifeCycle<string, string, string, string>, 'table' | 'mermaid' | 'faults'>;

const LIVES: Readonly<Record<string, AnyLife>> = {
  'Matter 诉求': matterLife,
  'Task 工单': taskLife,
  'Notice 公告': noticeLife,
};

/** The page a reader opens, drawn from the tables that the program runs on. */
function draw(): string {
  const head = [
    '# Life cycles',
    'Drawn from the transition tables by `test/architecture/life-cycles.test.ts`, which fails when this page differs. Draw it anew with `npx vitest run test/architecture/life-cycles.test.ts -u`.',
  ];
  const parts = Object.entries(LIVES).map(([name, life]) =>
    [
      `## ${name}`,
      ['```mermaid', life.mermaid(), '```'].join('\n'),
      [
        '| from | verb | to | who may | what it needs |',
        '|---|---|---|---|---|',
        ...life.table.map(
          (m) => `| ${m.from} | ${m.verb} | ${m.to} | ${m.capability} | ${m.needs.join(', ')} |`,
        ),
      ].join('\n'),
    ].join('\n\n'),
  );
  return `${[...head, ...parts].join('\n\n')}\n`;
}

it('docs/life-cycles.md shows the tables as they are', async () => {
  await expect(draw()).toMatchFileSnapshot('../../docs/life-cycles.md');
});

it.each(Object.entries(LIVES))(
  '%s: no undeclared move, none stuck, every state reached',
  (_, life) => {
    expect(life.faults()).toEqual([]);
  },
);
