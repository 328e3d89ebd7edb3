import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { trackingOf } from '../messages/tracking.ts';
import { aPortalApp, aPortalWorld, PlainBrowser } from '../portal/portal.factory.ts';
import { finish } from '../tasks/do-task.rules.ts';
import { accept, offer, overrule, reoffer, returnTask, take } from '../tasks/hand-over.rules.ts';
import { actOnMatter } from './act.ts';
import { askingAs } from './asked.factory.ts';
import { aCase, DEPARTMENT, facts, STATION, SUBDISTRICT } from './case.factory.ts';
import { command } from './commands.ts';
import { reopen } from './dispose.rules.ts';
import type { Case } from './matter.types.ts';
import { aFiling, anActor, bodyId, COMMUNITY } from './matters.factory.ts';
import { done, finishedBy, said, takenBy } from './run.factory.ts';

const verbsOf = (outcome: ReturnType<typeof reopen>) =>
  'events' in outcome ? outcome.events.map((event) => event.verb) : [outcome.refused];

describe('the meetings', () => {
  const to = { organisation: 'department', root: 'department' };
  const offered = () =>
    done(offer(aCase(), facts(STATION), { to, isLead: true, whistle: null, reason: null }));
  const returned = (c: Case) => {
    const task = c.tasks.find((one) => one.state === 'OFFERED')?.id ?? '';
    return returnTask(c, facts(DEPARTMENT), { task, reason: '不归我们' });
  };
  const again = (c: Case) => {
    const task = c.tasks.find((one) => one.state === 'RETURNED')?.id ?? '';
    return done(overrule(c, facts(SUBDISTRICT), { task, reason: '归你们' }));
  };

  it('joint: hears of what was returned for the third time, and of it once', () => {
    const twice = again(done(returned(again(done(returned(offered()))))));
    expect(twice.matter.agenda).toEqual([]);
    const third = returned(twice);
    expect(verbsOf(third)).toEqual(['return', 'put_on_agenda']);
    expect(done(third).matter.agenda).toEqual(['joint']);
    expect(verbsOf(returned(again(done(third))))).toEqual(['return']);
  });

  it('joint: hears of it wherever the returns came from, as often as the rule set says', () => {
    const f = facts(SUBDISTRICT, { rules: { ...facts(null).rules, returnsForMeeting: 2 } });
    const once = done(returned(offered()));
    const task = once.tasks[0]?.id ?? '';
    const other = done(reoffer(once, f, { task, to: { organisation: 'x', root: 'x' } }));
    const x = { organisation: 'x', root: 'x', account: 'x', appointment: null };
    const lead = other.tasks.find((one) => one.state === 'OFFERED')?.id ?? '';
    const second = returnTask(other, { ...f, hand: x }, { task: lead, reason: '也不归我们' });
    expect(done(second).matter.agenda).toEqual(['joint']);
  });

  it('appraisal: hears of a wish to open it beyond the times allowed, and of it once', () => {
    const close = (c: Case) => said(finishedBy(takenBy(c)), true);
    const opened = done(reopen(close(aCase()), facts(null)));
    expect(opened.matter).toMatchObject({ reopenings: 1, agenda: [] });
    const closed = close(opened);
    const wished = reopen(closed, facts(null));
    expect(verbsOf(wished)).toEqual(['wish_reopening', 'put_on_agenda']);
    expect(done(wished).matter).toMatchObject({ closure: 'solved', agenda: ['appraisal'] });
    expect(verbsOf(reopen(done(wished), facts(null)))).toEqual([]);
    const twice = { ...facts(null).rules, reopenTimes: 2 };
    expect(verbsOf(reopen(closed, facts(null, { rules: twice })))).toEqual(['reopen']);
  });
});

describe('what is to come before a meeting', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await aPortalWorld();
  });
  afterAll(() => world.close());

  const station = anActor('station');
  const ANSWER = {
    result: 'done',
    answerPublic: '修好了。',
    answerPrivate: null,
    madeSafeAt: null,
  } as const;
  const listed = async (query: string) => {
    const response = await askingAs(world)(anActor('subdistrict'), `/api/v1/matters?${query}`);
    return ((await response.json()) as { items: { number: string }[] }).items.map(
      (one) => one.number,
    );
  };

  it('is listed for it, open or closed; its reporter is told that his second wish was heard', async () => {
    const { id, number } = await fileMatter(world, ANYBODY, aFiling({ category: 'home_repair' }));
    const base = `/t/${trackingOf(world, { id }).token}`;
    const browser = new PlainBrowser(aPortalApp(world));
    const begin = (c: Case, f: ReturnType<typeof facts>) => {
      const lead = c.tasks.find((one) => one.isLead);
      return lead ? accept(c, f, lead.id) : take(c, f);
    };
    for (const _ of [1, 2]) {
      const { tasks } = await actOnMatter(world, station, number ?? '', ({ case: c }, f) =>
        begin(c, f),
      );
      const task = tasks.find((one) => one.isLead)?.id ?? '';
      await actOnMatter(world, station, number ?? '', ({ case: c }, f) =>
        finish(c, { ...f, draw: 0.99 }, { ...ANSWER, task }),
      );
      await browser.press(`${base}/word`, { solved: 'yes' });
      await browser.press(`${base}/reopening`, {});
    }
    expect(browser.html).toContain('再次要求重新打开');
    expect(await listed(`agenda=appraisal&area=${COMMUNITY}`)).toEqual([number]);
    expect(await listed('agenda=joint')).not.toContain(number);
    const { rows } = await world.test.superuser.query(
      `select data ->> 'verb' as verb from ${world.test.district}_jobs.job
       where name = 'matters.tell-reporter' and data ->> 'matter' = $1 order by created_on desc limit 1`,
      [id],
    );
    expect(rows).toEqual([{ verb: 'wish_reopening' }]);
  });

  it('is put there by the third return', async () => {
    const { number } = await fileMatter(world, ANYBODY, aFiling());
    const whistled = await command(world, station, number ?? '', 'whistle', {
      to: bodyId('department'),
      lacks: 'power',
      reason: '路灯归城管',
    });
    const task = whistled.tasks[0]?.id ?? '';
    for (const count of [1, 2, 3]) {
      await command(world, anActor('department'), number ?? '', 'return', { task, reason: '不归' });
      expect((await listed('agenda=joint')).includes(number ?? '')).toBe(count === 3);
      await command(world, anActor('command'), number ?? '', 'overrule', {
        task,
        reason: '归你们',
      });
    }
  });
});
