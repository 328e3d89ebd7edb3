import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recountCounters } from '#kernel/counters/recount.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { recordFinding, sayWord } from '../checks/say.rules.ts';
import { recountsOfMatters } from '../figures/recounts.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { matterJobs } from '../messages/matter.jobs.ts';
import { finish } from '../tasks/do-task.rules.ts';
import { accept, offer, overrule, returnTask, take } from '../tasks/hand-over.rules.ts';
import { actOnMatter } from './act.ts';
import { stateOf } from './fold.rules.ts';
import type { Case } from './matter.types.ts';
import { aFiling, anActor, bodyId, ELSEWHERE, insertBodies } from './matters.factory.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(matterJobs);
  await loadRulebookDefaults(world);
  await insertBodies(world.test.ownerPool);
});
afterAll(() => world.close());

const station = anActor('station');
const committee = anActor('residents');
const department = anActor('department');
const reporterOf = (id: string): Actor => ({ ...ANYBODY, face: 'link', subject: id });

async function filed(given: Parameters<typeof aFiling>[0] = {}) {
  const { id, number } = await fileMatter(world, ANYBODY, aFiling(given));
  return { id, number: number ?? '' };
}
const lead = (c: Case) => c.tasks.find((task) => task.isLead)?.id ?? '';
const finishing = (c: Case) => ({
  task: lead(c),
  result: 'done' as const,
  answerPublic: '换了灯泡。',
  answerPrivate: null,
  madeSafeAt: null,
});
const takeIt = (number: string, actor = station) =>
  actOnMatter(world, actor, number, ({ case: c }, facts) => take(c, facts));
const finishIt = (number: string, actor = station) =>
  actOnMatter(world, actor, number, ({ case: c }, facts) => finish(c, facts, finishing(c)));
const sayIt = (m: { id: string; number: string }, solved: boolean) =>
  actOnMatter(world, reporterOf(m.id), m.number, ({ case: c }, facts) =>
    sayWord(c, facts, { solved, rating: solved ? 1 : null }),
  );

async function rows(table: string, where: string, values: unknown[]) {
  return (await world.test.ownerPool.query(`select * from ${table} where ${where}`, values)).rows;
}

describe('the loop on real rows', () => {
  it('files, takes, finishes, is called solved, closes, is published; journal, worklist and figures agree', async () => {
    const matter = await filed({ category: 'other' });
    expect(matter.number).toMatch(/^26\d{9}$/);
    expect(await rows('worklist_item', 'subject_id = $1', [matter.id])).toMatchObject([
      { verb: 'matter.take', organisation: bodyId('station') },
    ]);
    await takeIt(matter.number);
    const finished = await finishIt(matter.number);
    expect(stateOf(finished)).toBe('CHECKING');
    const closed = finished.matter.isSampled ? finished : await sayIt(matter, true);
    if (!closed.matter.isSampled) {
      expect(closed.matter.closure).toBe('solved');
      expect(await rows('worklist_item', 'subject_id = $1', [matter.id])).toEqual([]);
      expect(await rows('matter', 'id = $1', [matter.id])).toMatchObject([
        { state: 'CLOSED', is_published: true, rating: 1 },
      ]);
    }
    const verbs = (await rows('journal', 'subject_id = $1 order by id', [matter.id])).map(
      (row) => row.verb,
    );
    expect(verbs.slice(0, 3)).toEqual(['receive', 'take', 'finish']);
  });

  it('goes up with a whistle; the department alone sees it, returns it, is overruled, accepts', async () => {
    const matter = await filed();
    await expect(takeIt(matter.number, department)).rejects.toMatchObject({ code: 'not_found' });
    await takeIt(matter.number);
    const to = { organisation: bodyId('department'), root: bodyId('department') };
    const whistled = await actOnMatter(world, station, matter.number, ({ case: c }, facts) =>
      offer(c, facts, { to, isLead: true, whistle: 'power', reason: '路灯归城管' }),
    );
    const woken = "name = 'changed' and key = 'matters' and area = $1";
    expect(await rows('counter', woken, [to.root])).toMatchObject([{ count: '1' }]);
    const task = whistled.tasks.find((one) => one.whistle)?.id ?? '';
    await actOnMatter(world, department, matter.number, ({ case: c }, facts) =>
      returnTask(c, facts, { task, reason: '不归我们' }),
    );
    await actOnMatter(world, anActor('subdistrict'), matter.number, ({ case: c }, facts) =>
      overrule(c, facts, { task, reason: '按清单归你们' }),
    );
    const accepted = await actOnMatter(world, department, matter.number, ({ case: c }, facts) =>
      accept(c, facts, task),
    );
    expect(lead(accepted)).toBe(task);
    expect(await rows('matter', 'id = $1', [matter.id])).toMatchObject([
      { owner_root: bodyId('department'), returns: 1 },
    ]);
  });

  it('lets one of two clerks take it and tells the other who has it', async () => {
    const matter = await filed();
    const both = await Promise.allSettled([
      takeIt(matter.number),
      takeIt(matter.number, committee),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'refused', reason: 'already_taken' },
    });
  });

  it("refuses the handler's check of its own work in the rules and in the database", async () => {
    const matter = await filed({
      contact: { name: null, telephone: null, account: null, person: null },
    });
    await takeIt(matter.number);
    const finished = await finishIt(matter.number);
    const check = finished.checks[0];
    expect(check).toMatchObject({
      kind: 'site',
      reason: 'anonymous',
      body: { root: bodyId('residents') },
    });
    const own = actOnMatter(world, station, matter.number, ({ case: c }, facts) =>
      recordFinding(c, facts, { check: check?.id ?? '', finding: 'fixed', note: null }),
    );
    await expect(own).rejects.toMatchObject({ reason: 'own_work' });
    const forged = world.test.superuser.query(
      `update matter_check set finding = 'fixed', done_at = asked_at, checker_account = 'other', checker_root = handler_root, checker_organisation = handler_organisation where id = $1`,
      [check?.id],
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'matter_check_other_body_ck' });
    const closed = await actOnMatter(world, committee, matter.number, ({ case: c }, facts) =>
      recordFinding(c, facts, { check: check?.id ?? '', finding: 'fixed', note: null }),
    );
    expect(closed.matter.closure).toBe('verified');
  });

  it('files once for one request key, and refuses the key for other words', async () => {
    const requestKey = { owner: 'draft', key: 'one' };
    const first = await filed({ requestKey });
    expect((await filed({ requestKey })).id).toBe(first.id);
    await expect(filed({ requestKey, words: '另一件事' })).rejects.toMatchObject({
      reason: 'idempotency_key_reused',
    });
  });

  it('hides another community by row-level security alone, and the public sees only what is published', async () => {
    const matter = await filed({ area: ELSEWHERE });
    const inScope = (actor: Actor) =>
      world.database.withReadScope(scopeOf(actor), (db) =>
        db.selectFrom('matter').select('id').where('id', '=', matter.id).execute(),
      );
    expect(await inScope(station)).toEqual([]);
    expect(await inScope(ANYBODY)).toEqual([]);
    expect(await inScope(anActor('subdistrict'))).toHaveLength(1);
    expect(await inScope(reporterOf(matter.id))).toHaveLength(1);
  });

  it('keeps every counter equal to a recount', async () => {
    expect(await recountCounters(world, recountsOfMatters(world), 0)).toEqual([]);
  });
});
