import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesNotRead } from '../../scripts/checks/rules-read.ts';
import { ruleSchemas } from '../../src/modules/rulebook/rule-sets/rule-set.contract.ts';

const root = resolve(import.meta.dirname, '../..');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));
const rules = Object.fromEntries(
  Object.entries(ruleSchemas).map(([code, schema]) => [code, Object.keys(schema.shape)]),
);

/** Not yet read. */
describe('every rule a district can lay down', () => {
  it('is obeyed by some line of the program, each of its numbers', () => {
    expect(rulesNotRead(rules, sources)).toEqual([]);
  });

  it.each([
    ['is asked for nowhere', 'src/a.ts', 'no ruleFor here: matter.reopen', ['matter.reopen']],
    [
      'has a number nobody looks at',
      'src/a.ts',
      "const days = ruleFor(book, 'matter.reopen', dateOf(at), area).days;",
      ['matter.reopen.times'],
    ],
    [
      'has a number that is taken and forgotten',
      'src/a.ts',
      "const { days, times } = ruleFor(book, 'matter.reopen', on, area);\nreturn days;",
      ['matter.reopen.times'],
    ],
    [
      'is handed on to nobody',
      'src/rules-for.rules.ts',
      "return { reopenDays: ruleFor(book, 'matter.reopen', on, area).days };",
      ['matter.reopen.days', 'matter.reopen.times'],
    ],
    [
      'is named in its own form only',
      'src/modules/rulebook/staff/form.ts',
      "ruleFor(book, 'matter.reopen', on, area)[name]",
      ['matter.reopen'],
    ],
  ])('is noticed where it %s', (_, path, text, missing) => {
    const reopen = { 'matter.reopen': ['days', 'times'] };
    expect(rulesNotRead(reopen, [{ path, text }])).toEqual(missing);
  });

  it('counts as read where it is taken whole, by a name, or handed on and named again', () => {
    const reopen = { 'matter.reopen': ['days', 'times'] };
    const asking = "ruleFor(book, 'matter.reopen', dateOf(at.now()), area)";
    const readers = [
      [{ path: 'src/a.ts', text: `${asking}[kind]` }],
      [{ path: 'src/a.ts', text: `const rule = ${asking};\nrule.days + rule.times` }],
      [
        {
          path: 'src/rules-for.rules.ts',
          text: `const { days, times: most } = ${asking};\ndays, most`,
        },
        { path: 'src/b.ts', text: 'rules.days < rules.most' },
      ],
    ];
    for (const sources of readers) expect(rulesNotRead(reopen, sources)).toEqual([]);
  });
});
