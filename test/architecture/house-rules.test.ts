import { describe, expect, it } from 'vitest';
import { faultsOfCatalogue } from '../../scripts/checks/catalogues.ts';
import { wordsToRemove } from '../../scripts/checks/house-words.ts';
import { faultsOfMigration, faultsOfOrder } from '../../scripts/checks/migrations.ts';
import { faultsOfSource } from '../../scripts/checks/source-law.ts';

/** Joined at run time: written out, the words would break the law that they test. */
const word = (...parts: string[]): string => parts.join('');

describe('words that a reader should not meet', () => {
  it.each([
    word('/wo', 'rk/main'),
    word('/ro', 'ot/x'),
    word('../sha', 'red/notes'),
    word('regis', 'try.npm', 'js.org'),
    word('by an A', 'I'),
    word('an ag', 'ent did it'),
    word('a hel', 'per'),
    word('// TO', 'DO later'),
    word('not implem', 'ented'),
    word('see de', 'sign.md'),
  ])('%s is found', (text) => {
    expect(wordsToRemove('x.ts', `fine\n${text}`)).toEqual([expect.stringMatching(/^x\.ts:2: /)]);
  });

  it.each([
    '/workbench/queue',
    'the User-Agent header',
    word('TO', 'DO(#12): later'),
    'docs/decisions',
    '../shared-parts',
  ])('%s stays', (text) => {
    expect(wordsToRemove('x.ts', text)).toEqual([]);
  });
});

describe('habits of source files', () => {
  it.each([
    ['src/modules/a/b/c.portal.tsx', "import { x } from 'y';"],
    ['src/modules/a/b/c.staff.tsx', '/** @jsxImportSource hono/jsx */'],
    ['src/kernel/views/page.tsx', '/** @jsxImportSource react */'],
    ['src/modules/a/b/c.routes.ts', 'return c.json({ all: true });'],
    ['src/modules/a/b/matter-utils.ts', ''],
    ['src/modules/a/b/matter.service.ts', ''],
  ])('%s with “%s” is at fault', (path, text) => {
    expect(faultsOfSource(path, text)).toHaveLength(1);
  });

  it.each([
    ['src/modules/a/b/c.portal.tsx', '/** @jsxImportSource hono/jsx */\n'],
    ['src/modules/a/b/c.staff.tsx', '/** @jsxImportSource react */\n'],
    ['src/kernel/http/route.ts', 'return c.json(reply);'],
    ['src/modules/bodies/stations/service-station.queries.ts', ''],
  ])('%s with “%s” is fine', (path, text) => {
    expect(faultsOfSource(path, text)).toEqual([]);
  });
});

describe('migrations', () => {
  const opening = '-- What a clerk would call the register of everybody.\n';
  const name = '202601010900-create-register.sql';

  it('may be plain tables', () => {
    expect(faultsOfMigration(name, `${opening}create table a (at timestamptz)`)).toEqual([]);
  });

  it.each([
    ['2026-create.sql', opening],
    [name, 'create table a (id uuid)'],
    [name, `${opening}create trigger t before insert on a`],
    [name, `${opening}alter table a alter b set default now()`],
    [name, `${opening}select set_config('app.lo', '', true)`],
    [name, `${opening}create table a (name varchar(10))`],
    [name, `${opening}alter table a add constraint ${'a'.repeat(51)} check (true)`],
  ])('%s with “%s” is at fault', (file, text) => {
    expect(faultsOfMigration(file, text)).toHaveLength(1);
  });

  it('of the same minute have no order', () => {
    expect(faultsOfOrder(['202601010900-a-b.sql', '202601010900-c-d.sql'])).toHaveLength(1);
  });
});

describe('catalogues', () => {
  it('agree in both languages', () => {
    const zh = { title: '诉求', language: 'English', of: (n: number) => `${n} 件` };
    const en = { title: 'Matters (诉求)', language: '中文', of: (n: number) => `${n} matters` };
    expect(faultsOfCatalogue(zh, en)).toEqual([]);
  });

  it.each([
    [{ a: '一' }, {}, 'a: has no English'],
    [{}, { a: 'one' }, 'a: has no Chinese'],
    [{ a: '一' }, { a: ' ' }, 'a: is empty'],
    [{ a: { b: '一' } }, { a: { b: '一' } }, 'a.b: has Chinese in the English'],
    [{ a: '好' }, { a: 'Well done!' }, 'a: shouts: no exclamation marks, no emoji'],
    [{ a: '一' }, { a: () => 'one' }, 'a: is of two kinds'],
  ])('%o and %o differ', (zh, en, fault) => {
    expect(faultsOfCatalogue(zh, en)).toEqual([fault]);
  });
});
