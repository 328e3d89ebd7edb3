import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recountCounters } from '#kernel/counters/recount.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../../test/world.ts';
import { escalate } from '../../escalation/escalate.ts';
import { recountsOfMatters } from '../../figures/recounts.ts';
import { fileMatter } from '../../filing/file-matter.ts';
import { actOnMatter } from '../../matters/act.ts';
import { askingAs } from '../../matters/asked.factory.ts';
import { command } from '../../matters/commands.ts';
import { aFiling, anActor, bodyId } from '../../matters/matters.factory.ts';
import { tellMerged } from '../../messages/tell-merged.ts';
import { tellReporter } from '../../messages/tell-reporter.ts';
import { trackingOf } from '../../messages/tracking.ts';
import { finish } from '../../tasks/do-task.rules.ts';
import { aPortalApp, aPortalWorld, PlainBrowser } from '../portal.factory.ts';

let world: TestWorld;
let app: Hono;
beforeAll(async () => {
  world = await aPortalWorld();
  app = aPortalApp(world);
});
afterAll(() => world.close());

const station = anActor('station');
const NOW = new Date('2026-03-02T01:00:00Z');
const later = (days: number) => world.setNow(new Date(NOW.getTime() + days * 86_400_000));

async function filed(telephone: string, given: Parameters<typeof aFiling>[0] = {}) {
  const contact = { name: '李四', telephone, account: null, person: null };
  const { id, number } = await fileMatter(world, ANYBODY, aFiling({ contact, ...given }));
  const base = `/t/${trackingOf(world, { id }).token}`;
  return { id, number: number ?? '', base, telephone };
}
type Filed = Awaited<ReturnType<typeof filed>>;
const rowOf = async ({ id }: Filed) =>
  (await world.test.ownerPool.query('select * from matter where id = $1', [id])).rows[0];

/** Two about the same thing: one worked on, the other merged into it. */
async function merged() {
  later(0);
  const parent = await filed('10000000011');
  const child = await filed('10000000012', { isPublic: false });
  await command(world, station, parent.number, 'take', {});
  await command(world, station, child.number, 'merge', { parent: parent.number });
  return { parent, child };
}

async function finished(parent: Filed) {
  await actOnMatter(world, station, parent.number, ({ case: c }, facts) => {
    const task = c.tasks.find((one) => one.isLead)?.id ?? '';
    const answer = {
      result: 'done',
      answerPublic: '整排灯都换了。',
      answerPrivate: '钥匙在窗口。',
    };
    return finish(
      c,
      { ...facts, draw: 0.99 },
      { task, ...answer, result: 'done', madeSafeAt: null },
    );
  });
  await tellMerged(world, { matter: parent.id });
}

const page = (base: string) => new PlainBrowser(app).open(base);
const told = async (matter: Filed) =>
  (
    await world.test.superuser.query(
      `select data ->> 'verb' as verb from ${world.test.district}_jobs.job
       where name = 'matters.tell-reporter' and data ->> 'matter' = $1 order by created_on`,
      [matter.id],
    )
  ).rows.map((row) => row.verb);

describe('the reporter of a merged matter', () => {
  it('is asked by his own link, sees the parent’s answer and nothing private of it, and closes his', async () => {
    const { parent, child } = await merged();
    expect((await page(child.base)).html).not.toContain('解决了吗');
    expect((await page(child.base)).html).toContain('最迟办好');
    await finished(parent);
    expect(await told(child)).toEqual(['receive', 'merge', 'parent_finish']);
    world.sent.length = 0;
    await tellReporter(world, { matter: child.id, verb: 'parent_finish' });
    expect(world.sent).toMatchObject([{ to: { address: child.telephone } }]);
    expect(world.sent[0]?.text).toContain(child.base);
    const browser = await page(child.base);
    for (const text of ['解决了吗', '整排灯都换了。', '会分出来单独接着办'])
      expect(browser.html).toContain(text);
    for (const text of ['钥匙在窗口', '10000000011', parent.base])
      expect(browser.html).not.toContain(text);
    await browser.press(`${child.base}/word`, { solved: 'yes', rating: '2' });
    expect(browser.html).toContain('反映人确认已解决');
    expect(await rowOf(child)).toMatchObject({ closure: 'solved', rating: 2, is_published: false });
    expect(await rowOf(parent)).toMatchObject({ state: 'CHECKING' });
  });

  it("says 'not solved': his is received again, on its own clock, offered to whoever did the work", async () => {
    const { parent, child } = await merged();
    await finished(parent);
    const before = await rowOf(child);
    const browser = await page(child.base);
    await browser.press(`${child.base}/word`, { solved: 'no' });
    const after = await rowOf(child);
    expect(after).toMatchObject({ state: 'RECEIVED', merged_into: null, parent_work: null });
    expect(after.due_at).toEqual(before.due_at);
    const { rows } = await world.test.ownerPool.query(
      `select organisation, verb from worklist_item where subject_id = $1`,
      [child.id],
    );
    expect(rows).toEqual([{ organisation: bodyId('station'), verb: 'matter.accept' }]);
    expect(browser.html).toContain('正在找人办');
  });

  it('who is silent follows the parent’s end when his days are over; a finish told twice asks once', async () => {
    const { parent, child } = await merged();
    await finished(parent);
    await tellMerged(world, { matter: parent.id });
    await (await page(parent.base)).press(`${parent.base}/word`, { solved: 'yes' });
    await tellMerged(world, { matter: parent.id });
    expect(await rowOf(child)).toMatchObject({ state: 'MERGED', closure: null });
    expect((await page(child.base)).html).toContain('解决了吗');
    later(5);
    await escalate(world);
    expect(await rowOf(child)).toMatchObject({ state: 'CLOSED', closure: 'unconfirmed' });
    expect(await told(child)).toEqual(['receive', 'merge', 'parent_finish', 'close']);
  });

  it('is late by his own date while the other is worked on, and stands in the list of what is late', async () => {
    const { child } = await merged();
    later(14);
    await escalate(world);
    expect(await rowOf(child)).toMatchObject({ state: 'MERGED', is_overdue: true });
    const asked = await askingAs(world)(station, '/api/v1/matters?overdue=true&limit=100');
    const { items } = (await asked.json()) as { items: { number: string }[] };
    expect(items.map((item) => item.number)).toContain(child.number);
    expect((await page(child.base)).html).toContain('已经超过期限');
    expect(await recountCounters(world, recountsOfMatters(world), 0)).toEqual([]);
  });
});
