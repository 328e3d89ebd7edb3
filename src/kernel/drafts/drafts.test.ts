import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemScope } from '#kernel/db/scope.ts';
import type { Cookies } from '#kernel/http/route.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { deleteExpiredDrafts, newDraft, readDraft, saveDraft, useDraft } from './drafts.ts';

let base: TestDatabase;
let world: TestWorld;
let cookies: Cookies;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.drop());
beforeEach(() => {
  world = aWorld(base.database);
  const jar = new Map<string, string>();
  cookies = {
    get: (name) => jar.get(name),
    set: (name, value) => void jar.set(name, value),
    clear: (name) => void jar.delete(name),
  };
});

const DAY = 24 * 3600 * 1000;
const use = (id: string, made: string) =>
  base.database.withScope(systemScope, (tx) => useDraft(tx, world, { id }, made));

describe('a draft', () => {
  it('keeps what was typed, for its own browser and kind only', async () => {
    const draft = await newDraft(world, cookies, 'matter', { what: '路灯' });
    await saveDraft(world, cookies, 'matter', draft, { what: '路灯不亮' });
    expect(await readDraft(world, cookies, 'matter')).toEqual({
      id: draft.id,
      content: { what: '路灯不亮' },
      usedFor: null,
    });
    expect(await readDraft(world, cookies, 'other')).toBeNull();
    cookies.clear('draft-matter');
    expect(await readDraft(world, cookies, 'matter')).toBeNull();
  });

  it('lasts 24 hours from its last step, then goes', async () => {
    const draft = await newDraft(world, cookies, 'matter', {});
    world.pass(DAY - 1);
    await saveDraft(world, cookies, 'matter', draft, { step: 2 });
    world.pass(DAY - 1);
    expect((await readDraft(world, cookies, 'matter'))?.content).toEqual({ step: 2 });
    world.pass(1);
    expect(await readDraft(world, cookies, 'matter')).toBeNull();
    const saved = saveDraft(world, cookies, 'matter', draft, { step: 3 });
    await expect(saved).rejects.toMatchObject({ code: 'gone', reason: 'draft_gone' });
    expect(await deleteExpiredDrafts(world)).toBeGreaterThan(0);
  });

  it('makes one thing, however often and at once it is sent', async () => {
    const { id } = await newDraft(world, cookies, 'matter', { what: '路灯' });
    const made = [world.newId(), world.newId(), world.newId()];
    const answers = await Promise.all(made.map((one) => use(id, one)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    const winner = made[answers.indexOf(null)];
    expect(answers.filter((answer) => answer !== null)).toEqual([winner, winner]);
    expect(await readDraft(world, cookies, 'matter')).toMatchObject({
      usedFor: winner,
      content: {},
    });
    const late = saveDraft(world, cookies, 'matter', { id }, { what: 'x' });
    await expect(late).rejects.toMatchObject({ code: 'gone' });
  });

  it('that never was makes nothing', async () => {
    await expect(use(world.newId(), world.newId())).rejects.toMatchObject({ code: 'gone' });
  });
});
