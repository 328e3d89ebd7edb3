import { publicScope } from '#kernel/db/scope.ts';
import { definePage } from '#kernel/http/route.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { EVERYWHERE, pickRuleSet } from '#modules/rulebook/pure.ts';
import { drawStatement, statementPages } from '../portal/statements/pages.ts';
import type { StatementFacts } from '../portal/statements/statement.tsx';
import { districtNames } from './places.ts';
import { serverMessages } from './server.messages.ts';

const CACHE_SECONDS = 300;

/** Pages that say the same to everybody: privacy, accessibility, how we count, what we never measure. */
export const statementRoutes = statementPages.map((page) =>
  definePage({
    path: page.path,
    face: 'public',
    capability: null,
    sample: () => ({}),
    handle: async ({ world, lang }) => ({
      ...drawStatement(page, lang, await factsOf(world, lang)),
      cacheSeconds: CACHE_SECONDS,
    }),
  }),
);

async function factsOf(world: World, lang: Language): Promise<StatementFacts> {
  const t = serverMessages[lang];
  const district = (await districtNames(world))[lang];
  return {
    handler: t.handler(district),
    office: t.hotline,
    address: t.address(district),
    phone: '12345',
    hours: t.hotlineHours,
    updated: lang === 'zh' ? '2026 年 11 月 22 日' : '22 November 2026',
    quickDays: await quickDays(world),
    answerDays: 15,
    keep: { matterYears: 10, contactMonths: 12, voiceMonths: 6, logMonths: 12 },
  };
}

/** Days within which 'solved' counts as quick: the rule in force today. */
async function quickDays(world: World): Promise<number> {
  const { ruleSets } = await world.database.withReadScope(publicScope, (db) =>
    readRulebook(world, db),
  );
  const today = dateOf(world.clock.now());
  return pickRuleSet(ruleSets, 'express.window', today, EVERYWHERE)?.params.days ?? 7;
}
