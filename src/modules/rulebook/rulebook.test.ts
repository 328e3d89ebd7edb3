import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicScope, systemScope } from '#kernel/db/scope.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { computeDeadline } from '#kernel/pure/deadlines.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import {
  loadCalendarYear,
  loadRulebookDefaults,
  publishRuleSet,
  readRulebook,
  switchRollout,
} from './index.ts';
import { deadlineSetting, EVERYWHERE, isSwitchedOn, ruleFor } from './pure.ts';
import type { PublishRuleSet } from './rule-sets/rule-set.contract.ts';

const COMMUNITY = '320105001001';
const d = plainDateOf;

let own: TestDatabase;
let world: TestWorld;

beforeAll(async () => {
  own = await openTestDatabase();
  world = aWorld(own.database);
  world.setNow(new Date('2026-11-22T02:00:00Z'));
});
afterAll(() => own.drop());
beforeEach(() => loadRulebookDefaults(world));

const manager: Actor = {
  ...ANYBODY,
  face: 'staff',
  account: 'account-1',
  area: { lo: '320105', hi: '320105:' },
  verbs: { 'rules.manage': 'district', 'rollout.manage': 'district' },
};
const read = () => own.database.withReadScope(publicScope, (db) => readRulebook(world, db));
const journalOf = async (id: string) =>
  (
    await own.superuser.query(
      'select verb, area, account, is_public from journal where subject_id = $1',
      [id],
    )
  ).rows;

let starts = 0;
/** Each test begins its rule on a day of its own. */
function aRule(change: Partial<PublishRuleSet> = {}): PublishRuleSet {
  const validFrom = `2030-01-${String(++starts).padStart(2, '0')}`;
  const rule = {
    code: 'express.window',
    subject: '*',
    area: COMMUNITY,
    validFrom,
    validTo: null,
    article: '三',
  } as const;
  return { ...rule, source: '区办法', params: { days: 5 }, ...change };
}

describe('the defaults', () => {
  it('are loaded once, and again nothing changes', async () => {
    expect(await loadRulebookDefaults(world)).toEqual({ ruleSets: 0, years: 0 });
    const book = await read();
    expect(book.calendar.firstLoadedYear).toBe(2009);
    expect(book.calendar.lastLoadedYear).toBeGreaterThanOrEqual(2026);
    expect(ruleFor(book, 'matter.reopen', d('2026-11-22'), COMMUNITY)).toEqual({
      days: 15,
      times: 1,
    });
    const rule = { amount: 7, unit: 'working_days', rollForward: false } as const;
    const from = new Date('2026-02-09T02:00:00Z');
    expect(computeDeadline(rule, deadlineSetting(book, d('2026-02-09')), from).dueOn).toBe(
      '2026-02-25',
    );
  });

  it('are read once as long as nothing changes', async () => {
    expect(await read()).toBe(await read());
  });
});

describe('publishing a rule set', () => {
  it('holds from its day on, is seen at once, and is in the journal', async () => {
    const rule = aRule();
    const { id } = await publishRuleSet(world, manager, rule);
    const book = await read();
    expect(ruleFor(book, 'express.window', d('2029-12-31'), COMMUNITY)).toEqual({ days: 7 });
    expect(ruleFor(book, 'express.window', d(rule.validFrom), COMMUNITY)).toEqual({ days: 5 });
    expect(await journalOf(id)).toEqual([
      { verb: 'publish', area: COMMUNITY, account: 'account-1', is_public: true },
    ]);
  });

  it('is refused for the past, and leaves nothing behind', async () => {
    const before = await read();
    await expect(
      publishRuleSet(world, manager, aRule({ validFrom: '2026-11-22' })),
    ).rejects.toMatchObject({
      code: 'refused',
      reason: 'rule_in_the_past',
    });
    expect(await read()).toBe(before);
  });

  it('two at once for the same day: one wins', async () => {
    const rule = aRule();
    const results = await Promise.allSettled(
      [1, 2].map(() => publishRuleSet(world, manager, rule)),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    ['without the capability', { verbs: {} }, COMMUNITY],
    ['for another district', {}, '320104001001'],
    [
      'everywhere, with a reach of its area only',
      { verbs: { 'rules.manage': 'area' } as const },
      EVERYWHERE,
    ],
  ])('is forbidden %s', async (_, change, area) => {
    const actor: Actor = { ...manager, ...change };
    await expect(publishRuleSet(world, actor, aRule({ area }))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a year’s notice', () => {
  const notice = (year: number) =>
    ({
      year,
      source: 'notice',
      feasts: [{ holiday: 'new_year', off: ['01-01', '01-03'], law: ['01-01'] }],
    }) as const;

  it('makes provisional dates certain', async () => {
    const rule = { amount: 3, unit: 'working_days', rollForward: false } as const;
    const due = async () =>
      computeDeadline(
        rule,
        deadlineSetting(await read(), d('2026-12-30')),
        new Date('2026-12-30T02:00:00Z'),
      );
    expect(await due()).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    expect(await loadCalendarYear(world, manager, notice(2027))).toEqual({ year: 2027, days: 3 });
    expect(await due()).toMatchObject({ dueOn: '2027-01-05', provisional: false });
    await loadCalendarYear(world, manager, notice(2027));
    expect((await read()).calendar.lastLoadedYear).toBe(2027);
  });

  it('is refused where a year before it is missing', async () => {
    await expect(loadCalendarYear(world, manager, notice(2031))).rejects.toMatchObject({
      reason: 'year_leaves_gap',
    });
  });
});

describe('switching a mechanism', () => {
  it('is seen at once and in the journal', async () => {
    const command = {
      mechanism: 'express',
      area: COMMUNITY,
      validFrom: '2026-12-01',
      isOn: true,
      decision: '纪要',
    };
    const { id } = await switchRollout(world, manager, command);
    const { rollouts } = await read();
    expect(isSwitchedOn(rollouts, 'express', COMMUNITY, d('2026-12-01'))).toBe(true);
    expect(isSwitchedOn(rollouts, 'express', COMMUNITY, d('2026-11-30'))).toBe(false);
    expect(await journalOf(id)).toMatchObject([{ verb: 'switch_on', area: COMMUNITY }]);
    await expect(switchRollout(world, manager, command)).rejects.toMatchObject({
      reason: 'switch_already_set',
    });
  });
});

describe('what was published', () => {
  it.each(['rule_set', 'rollout'])('%s: the app can neither change nor delete', async (table) => {
    const tries = [`update ${table} set area = area`, `delete from ${table}`];
    for (const statement of tries) {
      const { rows } = await own.superuser.query(
        `select has_table_privilege($1, '${table}', $2) as may`,
        [`linli_${own.district}_app`, statement.startsWith('update') ? 'UPDATE' : 'DELETE'],
      );
      expect(rows[0].may).toBe(false);
    }
  });

  it('is added to by staff and system only', async () => {
    const add = (scope: typeof publicScope) =>
      own.database.withScope(scope, (tx) =>
        tx
          .insertInto('rollout')
          .values({
            id: world.newId(),
            mechanism: 'added',
            area: COMMUNITY,
            validFrom: '2027-01-01',
            isOn: true,
            decision: '',
            switchedBy: null,
            switchedAt: new Date(0),
          })
          .execute(),
      );
    await expect(add(publicScope)).rejects.toThrow();
    await expect(add(systemScope)).resolves.toBeDefined();
  });
});
