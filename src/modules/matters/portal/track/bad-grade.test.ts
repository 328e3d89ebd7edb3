import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../../test/world.ts';
import { fileMatter } from '../../filing/file-matter.ts';
import { actOnMatter } from '../../matters/act.ts';
import { askingAs } from '../../matters/asked.factory.ts';
import { command } from '../../matters/commands.ts';
import { aFiling, anActor } from '../../matters/matters.factory.ts';
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

const [station, residents] = [anActor('station'), anActor('residents')];
const today = async (actor: typeof station) =>
  ((await (await askingAs(world)(actor, '/api/v1/today?limit=100')).json()) as Today).items;
type Today = { items: { subject: { number: string }; facts: Record<string, unknown> }[] };

/** Done, called solved and graded on the reporter's own page. */
async function graded(rating: string) {
  const { id, number } = await fileMatter(world, ANYBODY, aFiling());
  const base = `/t/${trackingOf(world, { id }).token}`;
  const taken = await command(world, station, number ?? '', 'take', {});
  await actOnMatter(world, station, number ?? '', ({ case: c }, facts) =>
    finish(
      c,
      { ...facts, draw: 0.99 },
      {
        task: taken.tasks[0]?.id ?? '',
        result: 'done',
        answerPublic: '换了灯泡。',
        answerPrivate: null,
        madeSafeAt: null,
      },
    ),
  );
  const browser = new PlainBrowser(app);
  await browser.press(`${base}/word`, { solved: 'yes', rating });
  return { id, number: number ?? '', base, browser };
}

describe('a bad grade', () => {
  it('is put before another body, answered to the reporter, and never shown to the public', async () => {
    const { id, number, base, browser } = await graded('5');
    const waiting = (await today(residents)).filter((item) => item.subject.number === number);
    expect(waiting).toMatchObject([{ facts: { check: 'rating' } }]);
    expect((await today(station)).map((item) => item.subject.number)).not.toContain(number);
    const { rows } = await world.test.ownerPool.query(
      'select id from matter_check where matter_id = $1',
      [id],
    );
    const answer = {
      check: rows[0].id,
      finding: 'upheld',
      note: '拖得太久，已请他们改进。',
    } as const;
    await expect(command(world, station, number, 'find', answer)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await command(world, residents, number, 'find', answer);
    expect((await today(residents)).map((item) => item.subject.number)).not.toContain(number);
    await browser.open(base);
    for (const text of ['回应差评 · 映月社区居民委员会', '情况属实', '拖得太久，已请他们改进。'])
      expect(browser.html).toContain(text);
    await browser.open(`/m/${number}`);
    expect(browser.status).toBe(200);
    for (const text of ['差评', '情况属实', '拖得太久', '满意'])
      expect(browser.html).not.toContain(text);
    const told = await world.test.superuser.query(
      `select data ->> 'verb' as verb from ${world.test.district}_jobs.job
       where name = 'matters.tell-reporter' and data ->> 'matter' = $1`,
      [id],
    );
    expect(told.rows.map((row) => row.verb)).toContain('found_upheld');
  });

  it('is answered by one other than the handler, in the database too', async () => {
    const { id } = await graded('4');
    const forged = world.test.superuser.query(
      `update matter_check set finding = 'upheld', done_at = asked_at, checker_account = 'other', checker_root = handler_root, checker_organisation = handler_organisation where matter_id = $1`,
      [id],
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'matter_check_other_body_ck' });
  });

  it('of the better three asks nobody', async () => {
    const { number } = await graded('3');
    expect((await today(residents)).map((item) => item.subject.number)).not.toContain(number);
  });
});
