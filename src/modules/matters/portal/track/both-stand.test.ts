import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../../test/world.ts';
import { recordFinding, sayWord } from '../../checks/say.rules.ts';
import { fileMatter } from '../../filing/file-matter.ts';
import { actOnMatter } from '../../matters/act.ts';
import { askingAs } from '../../matters/asked.factory.ts';
import type { Case, Finding } from '../../matters/matter.types.ts';
import { aFiling, anActor, type BodyName } from '../../matters/matters.factory.ts';
import { trackingOf } from '../../messages/tracking.ts';
import { finish } from '../../tasks/do-task.rules.ts';
import { take } from '../../tasks/hand-over.rules.ts';
import { aPortalApp, aPortalWorld, PlainBrowser } from '../portal.factory.ts';
import { reporterOf } from './act-as-reporter.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aPortalWorld();
});
afterAll(() => world.close());

/** A matter in public space, and what each may do with it; the draw decides whether somebody looks anyway. */
async function begun() {
  const { id, number } = await fileMatter(world, ANYBODY, aFiling());
  const at = number ?? '';
  const tracking = trackingOf(world, { id });
  await actOnMatter(world, anActor('station'), at, ({ case: c }, facts) => take(c, facts));
  let hours = 0;
  const pass = () => {
    hours += 1;
    world.setNow(new Date(Date.parse('2026-03-02T01:00:00Z') + hours * 86_400_000));
  };
  const lead = (c: Case) => c.tasks.find((task) => task.isLead)?.id ?? '';
  return {
    number: at,
    base: `/t/${tracking.token}`,
    finish: (draw: number) => {
      pass();
      const answer = { result: 'done', answerPublic: '换了灯泡。', answerPrivate: null } as const;
      return actOnMatter(world, anActor('station'), at, ({ case: c }, facts) =>
        finish(c, { ...facts, draw }, { ...answer, task: lead(c), madeSafeAt: null }),
      );
    },
    say: (solved: boolean) => {
      pass();
      return actOnMatter(world, reporterOf(id), at, ({ case: c }, facts) =>
        sayWord(c, facts, { solved, rating: null }),
      );
    },
    find: (body: BodyName, finding: Finding) => {
      pass();
      return actOnMatter(world, anActor(body), at, ({ case: c }, facts) => {
        const check = c.checks.find((one) => one.finding === null)?.id ?? '';
        return recordFinding(c, facts, { check, finding, note: null });
      });
    },
  };
}

/** The lines of a page's list of checks, each as 'who: what'. */
async function judgements(path: string): Promise<string[]> {
  const { html } = await new PlainBrowser(aPortalApp(world)).open(path);
  const list = html.split('>核查<')[1]?.split('</dl>')[0] ?? '';
  const lines = [...list.matchAll(/<dt[^>]*>([^<]*)<\/dt><dd[^>]*>([^<]*)</g)];
  return lines.map(([, who, what]) => `${who?.trim()}: ${what?.split(' · ')[0]?.trim()}`);
}

async function drawerOf(number: string) {
  const asked = await askingAs(world)(anActor('station'), `/api/v1/matters/${number}`);
  const shown = (await asked.json()) as {
    closure: string;
    words_said: { solved: boolean }[];
    checks: { kind: string; finding: string }[];
  };
  return [
    shown.closure,
    shown.words_said.map((word) => word.solved),
    shown.checks.map((check) => check.finding),
  ];
}

const SITE = '现场核查 · 映月社区居民委员会';

describe("where the checker's finding and the reporter's word differ", () => {
  it('both stand: fixed for the checker, not solved for the reporter', async () => {
    const matter = await begun();
    await matter.finish(0.99);
    await matter.say(false);
    await matter.finish(0.99);
    await matter.say(false);
    await matter.find('residents', 'fixed');
    await matter.find('party', 'approved');
    const expected = [
      '反映人的回答: 没有解决',
      '反映人的回答: 没有解决',
      `${SITE}: 已修好`,
      '未解决审核 · 映月社区党委: 同意按未解决结束',
    ];
    expect(await judgements(matter.base)).toEqual(expected);
    expect(await judgements(`/m/${matter.number}`)).toEqual(expected);
    expect(await drawerOf(matter.number)).toEqual([
      'unsolved',
      [false, false],
      ['fixed', 'approved'],
    ]);
  });

  it('both stand: solved for the reporter, not fixed for the checker, in the order of time', async () => {
    const matter = await begun();
    await matter.finish(0);
    await matter.say(true);
    await matter.find('residents', 'not_fixed');
    await matter.finish(0);
    await matter.find('residents', 'fixed');
    const expected = ['反映人的回答: 解决了', `${SITE}: 没有修好`, `${SITE}: 已修好`];
    expect(await judgements(matter.base)).toEqual(expected);
    expect(await judgements(`/m/${matter.number}`)).toEqual(expected);
    expect(await drawerOf(matter.number)).toEqual(['verified', [true], ['not_fixed', 'fixed']]);
  });
});
