import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicScope, scopeOf, systemScope } from '#kernel/db/scope.ts';
import { type Actor, ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { aPerson } from '../people.factory.ts';
import { findByTelephone, searchPersons } from './find-by-telephone.ts';
import { initialsOf } from './initials.ts';
import { maskName, tidyName } from './name.rules.ts';
import { findPerson } from './person.queries.ts';
import { findOrMakeReporter, savePersons } from './save-person.ts';

describe('names', () => {
  it.each([
    ['王小明', '王'],
    ['欧阳修', '欧阳'],
    ['司马光', '司马'],
    ['诸葛 亮', '诸葛'],
    ['东方', '东'],
    ['阿卜杜拉·买买提', '阿'],
    ['Anna Schmidt', 'A'],
    ['', ''],
  ])('%s shows %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it.each([
    ['曾国强', 'zgq'],
    ['单雄信', 'sxx'],
    ['仇英', 'qy'],
    ['欧阳修', 'oyx'],
    ['Anna', 'anna'],
  ])('%s is found by %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('are stored without the spaces that fill out forms', () => {
    expect([tidyName(' 王　明 '), tidyName('Anna  Schmidt')]).toEqual(['王明', 'Anna Schmidt']);
  });
});

describe('people', () => {
  let base: TestDatabase;
  let world: TestWorld;
  beforeAll(async () => {
    base = await openTestDatabase();
    world = aWorld(base.database);
  });
  afterAll(() => base.drop());

  const HERE = '320105901001';
  const THERE = '320105901002';
  const clerk: Actor = { ...ANYBODY, face: 'staff', account: 'clerk-1', area: areaRange(HERE) };
  const resident = (account: string): Actor => ({ ...ANYBODY, face: 'self', account });
  const asClerk = <T>(work: Parameters<typeof base.database.withScope<T>>[1]) =>
    base.database.withScope(scopeOf(clerk), work);
  const sees = (actor: Actor, id: string) =>
    base.database.withReadScope(scopeOf(actor), (db) => findPerson(db, id));

  it('are seen by staff of their area and by nobody from outside', async () => {
    const [here, there] = [await aPerson(world, HERE), await aPerson(world, THERE)];
    expect((await sees(clerk, here))?.name).toBe('王小明');
    expect(await sees(clerk, there)).toBeUndefined();
    expect(await sees(resident('r-0'), here)).toBeUndefined();
    expect(
      await base.database.withReadScope(publicScope, (db) => findPerson(db, here)),
    ).toBeUndefined();
  });

  it('are found by telephone, and the look-up is journaled without the number', async () => {
    const id = await aPerson(world, HERE, { telephone: '100 0000 0001' });
    await aPerson(world, THERE, { telephone: '10000000001' });
    const found = await asClerk((tx) =>
      findByTelephone(tx, world, clerk, '100-0000-0001', 'intake.telephone'),
    );
    expect(found.map((person) => person.id)).toEqual([id]);
    const { rows } = await base.ownerPool.query(
      "select purpose, account, codes from journal where verb = 'person.looked_up' and codes->>'by' = 'telephone'",
    );
    expect(rows[0]).toMatchObject({
      purpose: 'intake.telephone',
      account: 'clerk-1',
      codes: { found: 1 },
    });
    expect(JSON.stringify(rows)).not.toContain('10000000001');
  });

  it('are found by name, given name and initials, masked', async () => {
    const id = await aPerson(world, HERE, { name: '欧阳静怡', telephone: '10000000009' });
    await aPerson(world, THERE, { name: '欧阳静怡' });
    for (const text of ['欧阳静', '阳静', 'oyj']) {
      const found = await asClerk((tx) =>
        searchPersons(tx, world, clerk, { text, range: areaRange(HERE), purpose: 'test' }),
      );
      expect(found).toEqual([{ id, area: HERE, surname: '欧阳', sex: '1', telephoneTail: '0009' }]);
    }
  });

  it('a reporter at the counter is found again by name and telephone', async () => {
    const reporter = { name: '李 梅', telephone: '10000000002', area: HERE };
    const first = await asClerk((tx) => findOrMakeReporter(tx, world, clerk, reporter));
    const again = await asClerk((tx) =>
      findOrMakeReporter(tx, world, clerk, { ...reporter, name: '李梅' }),
    );
    expect([first.created, again]).toEqual([true, { id: first.id, created: false }]);
  });

  it('a signed-in reporter is his account’s person; somebody unknown is new each time', async () => {
    const me = resident('r-1');
    const say = (actor: Actor) =>
      base.database.withScope(scopeOf(actor), (tx) =>
        findOrMakeReporter(tx, world, actor, {
          name: '赵一',
          telephone: '10000000003',
          area: HERE,
        }),
      );
    const first = await say(me);
    expect(await say(me)).toEqual({ id: first.id, created: false });
    expect((await sees(me, first.id))?.account).toBe('r-1');
    const [a, b] = [await say(ANYBODY), await say(ANYBODY)];
    expect([a.created, b.created, a.id === b.id]).toEqual([true, true, false]);
  });

  it('from lists are saved once, and an empty field keeps what is known', async () => {
    const given = {
      code: 'S-1',
      area: HERE,
      name: '孙二',
      sex: '2',
      birthDate: null,
      education: '20',
      telephone: null,
    } as const;
    const save = (one: Parameters<typeof savePersons>[3][number]) =>
      base.database.withScope(systemScope, (tx) => savePersons(tx, world, SYSTEM, [one]));
    const [first] = await save(given);
    expect(first?.outcome).toBe('added');
    expect(await save(given)).toEqual([{ id: first?.id, outcome: 'unchanged' }]);
    expect(await save({ ...given, education: null, telephone: '10000000004' })).toEqual([
      { id: first?.id, outcome: 'changed' },
    ]);
    expect(await sees(clerk, first?.id ?? '')).toMatchObject({
      education: '20',
      telephone: '10000000004',
    });
  });

  it('cannot be put into another area, nor deleted', async () => {
    const id = await aPerson(world, HERE);
    await expect(
      asClerk((tx) =>
        findOrMakeReporter(tx, world, clerk, { name: '周', telephone: null, area: THERE }),
      ),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      asClerk((tx) => tx.deleteFrom('person').where('id', '=', id).execute()),
    ).rejects.toThrow('permission denied');
  });
});
