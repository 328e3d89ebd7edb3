import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import type { TestWorld } from '../../../../test/world.ts';
import { fileMatter } from '../filing/file-matter.ts';
import { command } from '../matters/commands.ts';
import { aFiling, anActor, COMMUNITY } from '../matters/matters.factory.ts';
import { aPortalApp, aPortalWorld, PlainBrowser } from '../portal/portal.factory.ts';
import { type ToldVerb, tellMessages } from './tell.messages.ts';
import { tellReporter } from './tell-reporter.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await aPortalWorld();
});
afterAll(() => world.close());

const station = anActor('station');

/** What he is told after an event, as it leaves. */
async function told(matter: string, verb: ToldVerb): Promise<string> {
  world.sent.length = 0;
  await tellReporter(world, { matter, verb });
  return world.sent[0]?.text ?? '';
}

/** The messages that the rows of a matter have queued. */
async function queued(matter: string): Promise<string[]> {
  const { rows } = await world.test.superuser.query(
    `select data ->> 'verb' as verb from ${world.test.district}_jobs.job
     where name = 'matters.tell-reporter' and data ->> 'matter' = $1 order by created_on`,
    [matter],
  );
  return rows.map((row) => row.verb);
}

describe('a reporter', () => {
  it('who filed in English is written to in English, from the page to the last message', async () => {
    const browser = new PlainBrowser(aPortalApp(world), null, 'en');
    await browser.press(`/c/${COMMUNITY}/say`, { words: 'The lamp is out', place: 'East gate' });
    await browser.press('/say/contact', { publish: 'yes', telephone: '10000000007' });
    await browser.press('/say/send', {});
    const { rows } = await world.test.ownerPool.query(
      `select m.id, r.language from matter m join matter_reporter r on r.matter_id = m.id where words = $1`,
      ['The lamp is out'],
    );
    expect(rows).toMatchObject([{ language: 'en' }]);
    for (const verb of Object.keys(tellMessages.en.reporter) as ToldVerb[]) {
      const text = await told(rows[0].id, verb);
      expect(text).toContain('/t/');
      expect(text).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('whose words staff took, or who filed in Chinese, is written to in Chinese', async () => {
    const { id } = await fileMatter(world, station, aFiling({ source: 'telephone' }));
    expect(await told(id, 'receive')).toContain('您的诉求已收到');
    expect(world.sent[0]?.subject).toMatch(/^诉求 /);
  });

  it('hears how many days the rule set gives him to open it again, and nothing of days where he may not', async () => {
    const { id } = await fileMatter(world, ANYBODY, aFiling());
    expect(await told(id, 'close')).toContain('15 天内可以重新打开');
    await world.test.ownerPool.query('update matter set reopenings = 1 where id = $1', [id]);
    expect(await told(id, 'close')).not.toContain('天内');
  });

  it('is sent the answer to his question, not just that it is over', async () => {
    const given = { kind: 'consultation', category: 'elderly_care' } as const;
    const { id, number } = await fileMatter(world, ANYBODY, aFiling(given));
    await command(world, station, number ?? '', 'answer', { text: '周一至周五。' });
    expect(await queued(id)).toEqual(['receive', 'answer']);
  });

  it('who left no number is sent nothing', async () => {
    const contact = { name: null, telephone: null, account: null, person: null };
    const { id } = await fileMatter(world, ANYBODY, aFiling({ contact }));
    expect(await told(id, 'close')).toBe('');
  });
});
