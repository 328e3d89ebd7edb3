import { scopeOf } from '#kernel/db/scope.ts';
import { type ApiRoute, defineRoute, type Request } from '#kernel/http/route.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { invalid } from '#kernel/pure/errors.ts';
import { readRulebook } from './book/read-rulebook.ts';
import {
  loadCalendarYearEndpoint,
  readNoticeFileEndpoint,
  showCalendarEndpoint,
} from './calendars/calendar.contract.ts';
import { listYears } from './calendars/calendar.queries.ts';
import { loadCalendarYear } from './calendars/load-calendar-year.ts';
import { readNoticeFile } from './calendars/read-notice-file.ts';
import { listRolloutsEndpoint, switchRolloutEndpoint } from './rollouts/rollout.contract.ts';
import { switchRollout } from './rollouts/switch-rollout.ts';
import { EVERYWHERE, inForce } from './rule-sets/pick-rule-set.rules.ts';
import { publishRuleSet } from './rule-sets/publish-rule-set.ts';
import { listRuleSetsEndpoint, publishRuleSetEndpoint } from './rule-sets/rule-set.contract.ts';
import { MANAGE_ROLLOUTS, MANAGE_RULES } from './rulebook.policy.ts';

const bookOf = ({ world, actor }: Pick<Request<never, never, never>, 'world' | 'actor'>) =>
  world.database.withReadScope(scopeOf(actor), (db) => readRulebook(world, db));

// Rules are public knowledge; only changing them needs a post.
const read = { face: 'public', capability: null, sample: () => ({}) } as const;
const change = { face: 'staff', capability: MANAGE_RULES } as const;

export const routes: readonly ApiRoute[] = [
  defineRoute(listRuleSetsEndpoint, {
    ...read,
    handle: async (request) => {
      const { code, on } = request.query;
      const { ruleSets } = await bookOf(request);
      return {
        ruleSets: ruleSets.filter(
          (set) =>
            (code === undefined || set.code === code) &&
            (on === undefined || inForce(set, plainDateOf(on))),
        ),
      };
    },
  }),
  defineRoute(publishRuleSetEndpoint, {
    ...change,
    sample: () => ({
      body: {
        code: 'express.window',
        subject: '*',
        area: EVERYWHERE,
        validFrom: '2099-01-01',
        validTo: null,
        source: '区诉求办理办法',
        article: '第三条',
        params: { days: 5 },
      },
    }),
    handle: ({ world, actor, body }) => publishRuleSet(world, actor, body),
  }),
  defineRoute(showCalendarEndpoint, {
    ...read,
    handle: async (request) => {
      const { firstLoadedYear, lastLoadedYear, override } = (await bookOf(request)).calendar;
      const days = [...override].map(([date, mark]) => ({ date, ...mark }));
      const years = await request.world.database.withReadScope(scopeOf(request.actor), listYears);
      return { firstLoadedYear, lastLoadedYear, days, years };
    },
  }),
  defineRoute(loadCalendarYearEndpoint, {
    ...change,
    sample: () => ({
      body: {
        year: 2027,
        source: '样例通知',
        feasts: [{ holiday: 'new_year', off: ['01-01', '01-03'], law: ['01-01'] }],
      },
    }),
    handle: ({ world, actor, body }) => loadCalendarYear(world, actor, body),
  }),
  defineRoute(readNoticeFileEndpoint, {
    ...change,
    sample: () => ({ body: {} }),
    async handle({ uploads }) {
      const file = uploads[0];
      if (!file) throw invalid([{ field: 'file', code: 'required' }]);
      return readNoticeFile(file);
    },
  }),
  defineRoute(listRolloutsEndpoint, {
    ...read,
    handle: async (request) => ({ rollouts: [...(await bookOf(request)).rollouts] }),
  }),
  defineRoute(switchRolloutEndpoint, {
    face: 'staff',
    capability: MANAGE_ROLLOUTS,
    sample: () => ({
      body: {
        mechanism: 'opinion_express',
        area: EVERYWHERE,
        validFrom: '2099-01-01',
        isOn: true,
        decision: '区委常委会会议纪要',
      },
    }),
    handle: ({ world, actor, body }) => switchRollout(world, actor, body),
  }),
];
